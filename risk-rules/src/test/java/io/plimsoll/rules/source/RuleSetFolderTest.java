package io.plimsoll.rules.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleSetFolderTest {

    @TempDir
    Path folder;

    @Test
    void readsEveryFileUnderItsPath() throws IOException {
        write("ruleset.yaml", "name: x");
        write("tables/margin.csv", "a");

        assertThat(RuleSetFolder.read(folder))
                .isEqualTo(Sources.of("tables/margin.csv", "a", "ruleset.yaml", "name: x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".margin.csv.swp",
                "margin.csv~",
                ".#margin.csv",
                "#margin.csv#",
                "margin.csv.bak",
                "4913",
                ".git/config",
                ".DS_Store",
                "tables/.idea/x.xml",
                "margin.csv.tmp"
            })
    void passesOverWhatEditorsLeaveBehind(String left) throws IOException {
        write("ruleset.yaml", "name: x");
        write(left, "garbage");

        assertThat(RuleSetFolder.read(folder).paths()).containsExactly("ruleset.yaml");
    }

    @Test
    void aSymbolicLinkIsRefused() throws IOException {
        Path secret = Files.writeString(folder.resolveSibling("secret-" + folder.getFileName()), "secret");
        Files.createSymbolicLink(folder.resolve("margin.csv"), secret);
        Files.createSymbolicLink(folder.resolve("tables"), folder);

        assertThatExceptionOfType(InvalidRuleSetException.class)
                .isThrownBy(() -> RuleSetFolder.read(folder))
                .withMessageContaining("margin.csv: [source.link]")
                .withMessageContaining("tables: [source.link]");
        Files.delete(secret);
    }

    @Test
    void aFolderThatIsNoneIsRefused() {
        assertThatExceptionOfType(InvalidRuleSetException.class)
                .isThrownBy(() -> RuleSetFolder.read(folder.resolve("nowhere")))
                .withMessageContaining("[source.no-folder] There is no folder");
    }

    @Test
    void allThatIsTooMuchIsRefusedAtOnce() throws IOException {
        Files.write(folder.resolve("large.csv"), new byte[RuleSetSource.MAX_FILE_BYTES + 1]);
        write("na me.csv", "");
        write("1/2/3/4/5/6/7/8/9.csv", "");

        assertThatExceptionOfType(InvalidRuleSetException.class)
                .isThrownBy(() -> RuleSetFolder.read(folder))
                .satisfies(refused -> assertThat(refused.diagnostics())
                        .extracting(diagnostic -> diagnostic.code() + " " + diagnostic.file())
                        .containsExactly(
                                "source.path 1/2/3/4/5/6/7/8", "source.too-large large.csv", "source.path na me.csv"));
    }

    @Test
    void tooManyFilesAreRefused() throws IOException {
        for (int i = 0; i <= RuleSetSource.MAX_FILES; i++) {
            write("f" + i, "");
        }

        assertThatExceptionOfType(InvalidRuleSetException.class)
                .isThrownBy(() -> RuleSetFolder.read(folder))
                .withMessage(".: [source.too-many-files] The rule set has more than 1,000 files."
                        + " Maybe the folder is not that of a rule set.");
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
