package io.plimsoll.service.caller.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/// `./plimsoll credentials` adds, shows and revokes; what can't be leaves the file as it was.
final class CredentialsCommandTest {

    private static final String HEADER = "id,person,roles,secret,expires\n";
    private static final String HASH = "sha256:" + "0".repeat(64);

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return new CommandLine(new CredentialsCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private String file() {
        return "--file=" + folder.resolve("credentials.csv");
    }

    private CredentialFile credentials() {
        return new CredentialFile(folder.resolve("credentials.csv"));
    }

    @Test
    void addsOneAndShowsItsSecretOnly() throws IOException {
        int code = run(
                "add",
                "ada-laptop",
                "--person=ada",
                "--role=officer",
                "--role=viewer",
                "--expires=2030-01-01T00:00:00Z",
                file());
        assertThat(code).as(err.toString()).isZero();
        Secret secret = new Secret(out.toString().strip());
        assertThat(Secret.hasForm(secret.text())).isTrue();
        assertThat(credentials().read())
                .singleElement()
                .satisfies(added -> assertThat(added.secretHash()).isEqualTo(secret.hash()))
                .satisfies(added -> assertThat(added.person()).isEqualTo("ada"))
                .satisfies(added -> assertThat(added.roles()).hasSize(2))
                .satisfies(added -> assertThat(added.expires()).hasToString("Optional[2030-01-01T00:00:00Z]"));
        assertThat(Files.readString(credentials().path())).doesNotContain(secret.text());
    }

    @Test
    void showsAllWithoutSecretsAndRevokesOne() throws IOException {
        run("add", "one", "--person=ada", "--role=officer", file());
        run("add", "two", "--person=ben", "--role=approver", file());
        out.getBuffer().setLength(0);
        assertThat(run("list", file())).isZero();
        assertThat(out.toString()).contains("one", "ada", "two", "ben").doesNotContain("sha256", "plimsoll_");
        assertThat(run("revoke", "one", file())).isZero();
        assertThat(credentials().read())
                .singleElement()
                .satisfies(left -> assertThat(left.id()).isEqualTo("two"));
    }

    @ParameterizedTest
    @CsvSource({
        "add one --person=ada --role=officer    , There is a credential one already.",
        "add Two --person=ada --role=officer    , The id (Two) must be",
        "add two --person=A --role=officer      , The person (A) must be",
        "add two --person=ada --role=boss       , There is no role boss.",
        "revoke two                             , There is no credential two."
    })
    void whatCantBeIsRefusedAndChangesNothing(String line, String message) throws IOException {
        run("add", "one", "--person=ada", "--role=officer", file());
        String before = Files.readString(credentials().path());
        List<String> arguments = new ArrayList<>(List.of(line.strip().split(" ", -1)));
        arguments.add(file());
        assertThat(run(arguments.toArray(String[]::new))).isEqualTo(1);
        assertThat(err.toString()).contains(message).contains("Maybe");
        assertThat(Files.readString(credentials().path())).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a,ada,officer,HASH,;",
                "a,ada,boss,HASH,;credentials.csv:2: There is no role boss.",
                "a,ada,,HASH,;credentials.csv:2: There is no role.",
                "a,,officer,HASH,;credentials.csv:2: The person () must be",
                "a,ada,officer,plain,;credentials.csv:2: The secret's hash must be",
                "a,ada,officer,HASH,soon;credentials.csv:2: Text 'soon' could not be parsed",
                "a,ada,officer;credentials.csv:2: The columns are"
            })
    void aLineThatSaysNoCredentialIsNamed(String line, String message) throws IOException {
        Files.writeString(folder.resolve("credentials.csv"), HEADER + line.replace("HASH", HASH) + "\n");
        int code = run("list", file());
        assertThat(code).as(err.toString()).isEqualTo(message == null ? 0 : 1);
        if (message != null) {
            assertThat(err.toString()).contains(message);
        }
    }

    @Test
    void aSecretOfTwoIsNamed() throws IOException {
        String line = ",ada,officer," + HASH + ",\n";
        Files.writeString(folder.resolve("credentials.csv"), HEADER + "a" + line + "b" + line);
        assertThat(run("list", file())).isEqualTo(1);
        assertThat(err.toString()).contains("credentials.csv:3: The credential b, or its secret, is there twice.");
    }
}
