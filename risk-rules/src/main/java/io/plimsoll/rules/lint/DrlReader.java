package io.plimsoll.rules.lint;

import io.plimsoll.rules.diagnostic.NearestName;
import java.util.List;
import java.util.Optional;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.kie.internal.builder.conf.LanguageLevelOption;

/// Reads a rule file into Drools' syntax tree, or says where its syntax is wrong.
final class DrlReader {

    /// Behind them come brackets with whole conditions.
    private static final List<String> WORDS_BEFORE_BRACKETS = List.of("exists", "not", "accumulate");

    private DrlReader() {}

    /// The tree of a file; empty, with diagnostics, if it has none.
    static Optional<PackageDescr> read(DrlFile file) {
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        try {
            PackageDescr tree = parser.parse(false, file.text());
            report(file, parser.getErrors());
            if (tree == null && !parser.hasErrors()) {
                file.refuse("lint.syntax", 0, "The file can't be read as rules.", "Maybe it is empty.");
            }
            return parser.hasErrors() ? Optional.empty() : Optional.ofNullable(tree);
        } catch (DroolsParserException e) {
            file.refuse(
                    "lint.syntax",
                    0,
                    "The file can't be read as rules (%s).".formatted(e.getMessage()),
                    "Maybe undo the last edit.");
        } catch (StackOverflowError e) {
            file.refuse("lint.limit", 0, "The file is nested too deep to be read.", "Maybe split its rules.");
        }
        return Optional.empty();
    }

    /// One error stands for all that the parser says of the same line: the first is the cause.
    private static void report(DrlFile file, List<DroolsError> errors) {
        int lastLine = -1;
        for (DroolsError error : errors) {
            int line = error instanceof ParserError parserError ? parserError.getRow() : 0;
            int column = error instanceof ParserError parserError ? parserError.getCol() : 0;
            if (line != lastLine) {
                int offset = file.offsetOf(line, column);
                if (reportJavaWord(file, offset) || reportUnknownWord(file, offset)) {
                    lastLine = line;
                    continue;
                }
                String sentence = "The syntax is wrong here: %s.".formatted(plain(error.getMessage()));
                file.refuse("lint.syntax", offset, sentence, "Maybe a bracket, a comma or an end is missing.");
            }
            lastLine = line;
        }
    }

    /// The parser stops behind a word of Java that stands where a name could be.
    private static boolean reportJavaWord(DrlFile file, int offset) {
        String before = file.text().substring(0, offset).stripTrailing();
        boolean isWord = before.endsWith("long")
                && before.length() > 4
                && !Character.isJavaIdentifierPart(before.charAt(before.length() - 5));
        if (isWord) {
            int start = before.length() - "long".length();
            String message = "The word (long) belongs to Java, and can't be a name.";
            file.refuse("lint.accessor", start, message, "Maybe isLong().");
        }
        return isWord;
    }

    /// The parser takes a misspelt `exists` for the type of a pattern, and stops inside its brackets.
    private static boolean reportUnknownWord(DrlFile file, int offset) {
        List<Token> tokens = Tokens.of(file.text(), 0, offset);
        int depth = 0;
        for (int i = tokens.size() - 2; i > 0; i--) {
            Token token = tokens.get(i);
            if (token.is("when") || token.is("then")) {
                return false;
            }
            depth += token.is(")") ? 1 : token.is("(") ? -1 : 0;
            if (depth < 0) {
                return reportUnknownWord(file, tokens.get(i - 1));
            }
        }
        return false;
    }

    private static boolean reportUnknownWord(DrlFile file, Token word) {
        Optional<String> meant = word.type() == Token.Type.NAME && !WORDS_BEFORE_BRACKETS.contains(word.text())
                ? NearestName.of(word.text(), WORDS_BEFORE_BRACKETS)
                : Optional.empty();
        meant.ifPresent(known -> file.refuse(
                "lint.syntax",
                word.offset(),
                "The word (%s) has no meaning before brackets.".formatted(word.text()),
                "Maybe %s.".formatted(known)));
        return meant.isPresent();
    }

    /// Without the error number and the position that Drools puts before a message.
    private static String plain(String message) {
        String text = message.replaceFirst("^\\[ERR [0-9]+\\] ", "").replaceFirst("^Line [0-9]+:[0-9]+ ", "");
        return text.strip().replaceFirst("\\.$", "");
    }
}
