package io.plimsoll.rules.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The list of codes, the codes in the classes and the pages are the same.
class DiagnosticCodesTest {

    private static final Path PAGES = Path.of("..", "docs", "reference", "diagnostics");
    private static final Pattern CODE = Pattern.compile("[a-z]+\\.[a-z]+(-[a-z]+)*");

    /// Packages and files have dots too.
    private static final Pattern NO_CODE =
            Pattern.compile("(io|com|org|java|jdk|drools)\\..*|.*\\.(yaml|csv|txt|md|drl|tmp)");

    @Test
    void everyCodeInTheClassesIsListedAndEachOfTheListIsUsed() throws IOException {
        Set<String> used = new TreeSet<>(Set.of("compile"));
        try (Stream<Path> classes = Files.walk(Path.of("target/classes"))) {
            for (Path file :
                    classes.filter(path -> path.toString().endsWith(".class")).toList()) {
                ClassFile.of().parse(file).constantPool().forEach(entry -> {
                    if (entry instanceof StringEntry text && isCode(text.stringValue())) {
                        used.add(text.stringValue());
                    }
                });
            }
        }

        assertThat(used).containsExactlyElementsOf(DiagnosticCodes.all());
    }

    @Test
    void everyCodeHasAPageAndEveryPageACode() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            List<String> names = pages.map(page -> page.getFileName().toString().replaceFirst("\\.md$", ""))
                    .filter(name -> !name.equals("README"))
                    .toList();

            assertThat(names).containsExactlyInAnyOrderElementsOf(DiagnosticCodes.all());
        }
    }

    @Test
    void theIndexLeadsToEveryPage() throws IOException {
        String index = Files.readString(PAGES.resolve("README.md"));

        assertThat(DiagnosticCodes.all())
                .allSatisfy(code -> assertThat(index).contains("| [`%s`](%s.md) | ".formatted(code, code)));
        assertThat(index.lines().filter(line -> line.startsWith("| [")).count())
                .isEqualTo(DiagnosticCodes.all().size());
    }

    private static boolean isCode(String text) {
        return CODE.matcher(text).matches() && !NO_CODE.matcher(text).matches();
    }
}
