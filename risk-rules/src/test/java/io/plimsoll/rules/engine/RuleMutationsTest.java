package io.plimsoll.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.rules.fence.BytecodeFence;
import io.plimsoll.rules.fence.CheckedClasses;
import io.plimsoll.rules.fence.RulePlaces;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.source.Sources;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.junit.jupiter.api.Test;
import org.kie.api.KieServices;
import org.kie.api.builder.ReleaseId;

/// Rules changed at random: whatever the linter accepts, the fence accepts too, and nothing that passes both can do
/// what no rule may. The linter always answers.
///
/// `-Dplimsoll.mutations=N` tries N files, `-Dplimsoll.mutations.seed=S` others of them.
class RuleMutationsTest {

    private static final int MUTATIONS = Integer.getInteger("plimsoll.mutations", 20_000);
    private static final long SEED = Long.getLong("plimsoll.mutations.seed", 2_026L);

    /// Compiling takes a thousand times as long as linting; of what is accepted, this share is compiled.
    private static final int COMPILED = Math.max(40, MUTATIONS / 400);

    @Test
    void whatTheLinterAcceptsTheFenceAcceptsToo() throws IOException {
        List<String> rules = BenignRules.all().stream()
                .map(rule -> BenignRules.file(List.of(rule)))
                .toList();
        RuleMutations mutations = new RuleMutations(new SplittableRandom(SEED), rules, UnsafeRules.expressions());
        Set<String> known = new HashSet<>(rules);
        List<String> accepted = new ArrayList<>();
        for (int i = 0; i < MUTATIONS; i++) {
            String text = mutations.next();
            if (!BenignRulesTest.findings(text).hasErrors() && known.add(text)) {
                accepted.add(text);
            }
        }
        assertThat(accepted).as("accepted of %d", MUTATIONS).hasSizeGreaterThan(MUTATIONS / 200);

        int step = Math.max(1, accepted.size() / COMPILED);
        int loaded = 0;
        for (int i = 0; i < accepted.size(); i += step) {
            loaded += passesTheFence(accepted.get(i)) ? 1 : 0;
        }
        System.out.printf(
                "Of %d changed rule files the linter accepted %d; of each %dth of these, %d compiled and passed the fence.%n",
                MUTATIONS, accepted.size(), step, loaded);
        assertThat(loaded).isPositive();
        Canaries.assertThatNothingRan();
    }

    /// Whether it compiles; if it does, it must pass.
    private static boolean passesTheFence(String text) throws IOException {
        RuleSetSource source = Sources.of("thresholds/case.drl", text);
        ReleaseId release = RuleCompiler.newRelease();
        try {
            RulePlaces places;
            InternalKieModule module;
            try {
                places = RuleFiles.read(source);
                module = RuleCompiler.build(source, release, new CompilingClassLoader());
            } catch (RuntimeException e) {
                return false;
            }
            assertThatPasses(text, module, places);
            return true;
        } finally {
            KieServices.get().getRepository().removeKieModule(release);
        }
    }

    private static void assertThatPasses(String text, InternalKieModule module, RulePlaces places) throws IOException {
        try {
            CheckedClasses checked = BytecodeFence.check(RuleCompiler.classes(module), places);
            assertThat(checked.digest()).hasSize(64);
        } catch (InvalidRuleSetException e) {
            throw new AssertionError("The linter let through what the fence stopped:\n" + text, e);
        }
        for (byte[] bytes : RuleCompiler.classes(module).values()) {
            Set<String> used = StreamSupport.stream(
                            ClassFile.of().parse(bytes).constantPool().spliterator(), false)
                    .filter(MemberRefEntry.class::isInstance)
                    .map(MemberRefEntry.class::cast)
                    .map(member -> member.owner().asInternalName().replace('/', '.'))
                    .collect(Collectors.toSet());
            assertThat(used).as(text).doesNotContainAnyElementsOf(UnsafeRules.dangerousTypes());
        }
    }
}
