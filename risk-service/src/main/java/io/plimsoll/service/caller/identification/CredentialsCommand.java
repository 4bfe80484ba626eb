package io.plimsoll.service.caller.identification;

import io.plimsoll.service.caller.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// `credentials list|add|revoke`: who is known to a service that keeps its own credentials. It follows the
/// file, and need not run.
@Command(
        name = "credentials",
        description = "List, add and revoke the credentials of a service with plimsoll.security.mode=embedded.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "1:the file can't be used, or there is no such credential", "2:wrong usage"})
public final class CredentialsCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--file",
            paramLabel = "<file>",
            scope = ScopeType.INHERIT,
            description = "default: ${DEFAULT-VALUE}")
    private Path file = Path.of("data", "credentials.csv");

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: list, add or revoke.");
    }

    @Command(description = "Show all credentials, without secrets.", mixinStandardHelpOptions = true)
    int list() {
        return attempt(credentials -> {
            credentials.forEach(credential -> spec.commandLine()
                    .getOut()
                    .printf(
                            "%-20s %-20s %-30s %s%n",
                            credential.id(),
                            credential.person(),
                            roles(credential),
                            credential.expires().map(time -> "expires " + time).orElse("does not expire")));
            spec.commandLine().getOut().flush();
            return Optional.empty();
        });
    }

    @Command(description = "Make a credential and show its secret, once.", mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "<id>", description = "its own name, such as ada-laptop") String id,
            @Option(
                            names = "--person",
                            paramLabel = "<person>",
                            required = true,
                            description = "whose it is; whoever has several is one person to the rule desk")
                    String person,
            @Option(
                            names = "--role",
                            paramLabel = "<role>",
                            required = true,
                            description = "viewer, oms, officer, approver, operator or auditor; may be repeated")
                    List<String> roles,
            @Option(names = "--expires", paramLabel = "<instant>", description = "such as 2030-01-01T00:00:00Z")
                    @Nullable
                    Instant expires) {
        return attempt(credentials -> {
            if (credentials.stream().anyMatch(known -> known.id().equals(id))) {
                throw new IllegalArgumentException(
                        "There is a credential %s already. Maybe revoke it first, or choose another name."
                                .formatted(id));
            }
            Issued issued = Issued.of(id, person, named(roles), Optional.ofNullable(expires));
            List<Credential> more = new ArrayList<>(credentials);
            more.add(issued.credential());
            spec.commandLine().getOut().println(issued.secret().text());
            spec.commandLine().getOut().flush();
            return Optional.of(more);
        });
    }

    @Command(description = "Make a credential unknown.", mixinStandardHelpOptions = true)
    int revoke(@Parameters(paramLabel = "<id>") String id) {
        return attempt(credentials -> {
            List<Credential> fewer =
                    credentials.stream().filter(known -> !known.id().equals(id)).toList();
            if (fewer.size() == credentials.size()) {
                throw new IllegalArgumentException(
                        "There is no credential %s. Maybe `./plimsoll credentials list` shows it.".formatted(id));
            }
            return Optional.of(fewer);
        });
    }

    private static Set<Role> named(List<String> names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : names) {
            roles.add(Role.of(name)
                    .orElseThrow(() -> new IllegalArgumentException("There is no role %s. Maybe one of %s is meant."
                            .formatted(name, String.join(", ", Role.ids())))));
        }
        return roles;
    }

    private static String roles(Credential credential) {
        return credential.roles().stream().map(Role::id).collect(Collectors.joining(" "));
    }

    private int attempt(Step step) {
        try {
            CredentialFile credentials = new CredentialFile(file);
            Optional<List<Credential>> changed = step.take(credentials.exists() ? credentials.read() : List.of());
            if (changed.isPresent()) {
                credentials.write(changed.get());
            }
            return 0;
        } catch (IOException | IllegalArgumentException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 1;
        }
    }

    /// What is done with the credentials that are there; the answer, if any, replaces them.
    private interface Step {

        Optional<List<Credential>> take(List<Credential> credentials);
    }
}
