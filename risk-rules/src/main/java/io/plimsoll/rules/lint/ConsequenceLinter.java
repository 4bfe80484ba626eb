package io.plimsoll.rules.lint;

import io.plimsoll.rules.diagnostic.NearestName;
import java.util.List;
import java.util.Set;

/// Checks a consequence: calls of the phase's sink, and nothing else.
///
/// @param file where it stands
/// @param imports simple names of the types that the file imports
/// @param vocabulary what can be called
/// @param variables what the conditions bind
record ConsequenceLinter(DrlFile file, Set<String> imports, Vocabulary vocabulary, Variables variables) {

    /// Checks what stands between two offsets.
    void check(int start, int end) {
        List<Token> tokens = Tokens.of(file.text(), start, end);
        int before = file.findings();
        checkStatements(new ExpressionParser(tokens));
        if (file.findings() > before) {
            variables.useAll(tokens);
        }
    }

    private void checkStatements(ExpressionParser parser) {
        while (!parser.isAtEnd()) {
            Token first = parser.peek();
            try {
                statement(parser);
            } catch (RefusedExpressionException e) {
                e.report(file);
                if (Refusal.isReserved(first.text()) || first.is("{")) {
                    // What follows is the inside of a statement that is refused as a whole.
                    return;
                }
                skipStatement(parser);
            }
        }
    }

    private static void skipStatement(ExpressionParser parser) {
        while (!parser.isAtEnd() && !parser.take().is(";")) {
            // Taken.
        }
    }

    private void statement(ExpressionParser parser) {
        if (parser.peek().is(";")) {
            parser.take();
            return;
        }
        refuseDeclaration(parser);
        Expression expression = parser.expression();
        if (parser.peek().is("{") && expression instanceof Expression.Call call) {
            check(call);
        }
        parser.require(";");
        check(expression);
    }

    private static void refuseDeclaration(ExpressionParser parser) {
        boolean twoNames =
                parser.peek().type() == Token.Type.NAME && parser.peekNext().type() == Token.Type.NAME;
        if (twoNames && !Refusal.isReserved(parser.peek().text())) {
            throw new RefusedExpressionException(
                    "lint.declaration",
                    parser.peek().offset(),
                    "A consequence can't declare variables (%s)."
                            .formatted(parser.peekNext().text()),
                    "Maybe bind the value in a pattern.");
        }
    }

    private void check(Expression expression) {
        FactCatalogue catalogue = file.catalogue();
        ExpressionLinter linter =
                new ExpressionLinter(file, imports, vocabulary, variables.names(), ExpressionPlace.CONSEQUENCE);
        if (expression instanceof Expression.Call call
                && call.scope().stream().anyMatch(scope -> isName(scope, catalogue.sink()))) {
            int before = file.findings();
            call.arguments().forEach(linter::check);
            if (!catalogue.sinkMethods().contains(call.name())) {
                String message = "There is no such call (%s.%s).".formatted(catalogue.sink(), call.name());
                String remedy = NearestName.of(call.name(), catalogue.sinkMethods())
                        .map(near -> "Maybe %s.%s.".formatted(catalogue.sink(), near))
                        .orElseGet(() -> "Maybe one of %s.".formatted(methods(catalogue)));
                file.refuse("lint.sink", call.nameOffset(), message, remedy);
            } else if (file.findings() == before) {
                new SinkLinter(typer()).check(call);
            }
            return;
        }
        int before = file.findings();
        linter.check(expression);
        if (file.findings() == before) {
            String message = "A consequence can only call %s.".formatted(catalogue.sink());
            file.refuse(
                    "lint.consequence", expression.offset(), message, "Maybe one of %s.".formatted(methods(catalogue)));
        }
    }

    private ExpressionTyper typer() {
        return new ExpressionTyper(file, vocabulary, variables, ExpressionPlace.CONSEQUENCE, Value.UNKNOWN);
    }

    private static String methods(FactCatalogue catalogue) {
        return String.join(
                ", ",
                catalogue.sinkMethods().stream()
                        .sorted()
                        .map(method -> catalogue.sink() + "." + method)
                        .toList());
    }

    private static boolean isName(Expression expression, String name) {
        return expression instanceof Expression.Name scope && scope.name().equals(name);
    }
}
