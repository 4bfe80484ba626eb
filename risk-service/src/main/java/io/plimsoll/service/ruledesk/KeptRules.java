package io.plimsoll.service.ruledesk;

import io.plimsoll.rules.engine.CompiledClasses;
import io.plimsoll.rules.engine.CompiledRules;
import io.plimsoll.rules.engine.EngineBuild;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.service.store.Store;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// Keeps what the rules of live versions were compiled to, so that going back to one of them compiles
/// nothing. Versions whose rule files are the same share it.
///
/// It is used by the build that made it, if the seal is this service's own, and through the fence. Whatever
/// is wrong with it, it is as if there were none: nothing depends on it.
@Singleton
final class KeptRules {

    private static final Logger LOG = Logger.getLogger(KeptRules.class);

    private final Store store;
    private final Seal seal;
    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    KeptRules(Store store, Seal seal) {
        this.store = store;
        this.seal = seal;
    }

    /// Keeps what the rules of a version were compiled to, if that is not kept already, and forgets what
    /// another build has kept long ago.
    void keep(RuleSetVersion version) {
        CompiledClasses classes = version.rules().classes();
        if (kept.contains(classes.rulesDigest())) {
            return;
        }
        try {
            byte[] bytes = classes.bytes();
            byte[] sealed = seal.of(what(classes.rulesDigest()), bytes);
            store.<Integer>write(sql -> {
                sql.createUpdate(
                                "delete from desk_compiled where build <> :build and kept_at < now() - interval '90 days'")
                        .bind("build", EngineBuild.current())
                        .execute();
                return sql.createUpdate("""
                                insert into desk_compiled (rules, build, classes, seal)
                                values (:rules, :build, :classes, :seal)
                                on conflict (rules, build)
                                do update set classes = :classes, seal = :seal, kept_at = now()
                                """)
                        .bind("rules", classes.rulesDigest())
                        .bind("build", EngineBuild.current())
                        .bind("classes", bytes)
                        .bind("seal", sealed)
                        .execute();
            });
            kept.add(classes.rulesDigest());
        } catch (RuntimeException e) {
            LOG.warnf("What %s was compiled to can't be kept (%s).", version.digest(), e.getMessage());
        }
    }

    /// What the rules of a version were compiled to, if that is kept and can be trusted to be.
    Optional<CompiledClasses> find(RuleSetSource source) {
        String rules = CompiledRules.rulesDigest(source);
        try {
            return store.read(sql -> sql.createQuery(
                                    "select classes, seal from desk_compiled where rules = :rules and build = :build")
                            .bind("rules", rules)
                            .bind("build", EngineBuild.current())
                            .map((row, context) -> Map.entry(row.getBytes("classes"), row.getBytes("seal")))
                            .findOne())
                    .filter(each -> isOurs(rules, each.getKey(), each.getValue()))
                    .map(each -> CompiledClasses.of(each.getKey()));
        } catch (RuntimeException e) {
            LOG.warnf("What %s was compiled to can't be read (%s).", source.digest(), e.getMessage());
            return Optional.empty();
        }
    }

    private boolean isOurs(String rules, byte[] classes, byte[] sealed) {
        boolean isOurs = seal.isOf(sealed, what(rules), classes);
        if (!isOurs) {
            LOG.warnf("What is kept of the rules %s was not sealed by this service; it is not used.", rules);
        }
        return isOurs;
    }

    private static String what(String rules) {
        return EngineBuild.current() + " " + rules;
    }
}
