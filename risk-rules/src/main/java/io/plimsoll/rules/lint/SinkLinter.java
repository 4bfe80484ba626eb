package io.plimsoll.rules.lint;

import io.plimsoll.model.account.AllocationTarget;
import io.plimsoll.model.threshold.Metric;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Checks the arguments of a call of the sink, by the methods of its class.
///
/// @param typer of the consequence
record SinkLinter(ExpressionTyper typer) {

    private static final Set<String> METRIC_SETTERS = Set.of("set", "ramp");
    private static final int WHAT = 1;
    private static final int METRIC = 2;
    private static final int LIMIT = 4;

    void check(Expression.Call call) {
        List<Method> named = methods(call.name());
        List<Value> values = call.arguments().stream().map(typer::typedAlone).toList();
        List<Method> methods = named.stream()
                .filter(method -> method.getParameterCount() == values.size())
                .toList();
        if (methods.isEmpty()) {
            String message =
                    "The call (%s) takes %s arguments, not %d.".formatted(call.name(), counts(named), values.size());
            String remedy = "Maybe %s.".formatted(shape(shortest(named)));
            typer.file().refuse("lint.arguments", call.nameOffset(), call.end(), message, remedy);
            return;
        }
        for (int i = 0; i < values.size(); i++) {
            checkArgument(call.arguments().get(i), values.get(i), allowed(methods, i));
        }
        if (METRIC_SETTERS.contains(call.name())) {
            checkMetric(call, values);
        }
    }

    private List<Method> methods(String name) {
        try {
            Class<?> sink = Class.forName(typer.file().catalogue().sinkType());
            return Arrays.stream(sink.getMethods())
                    .filter(method -> method.getName().equals(name))
                    .toList();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The sink does not exist.", e);
        }
    }

    private static String counts(List<Method> methods) {
        return methods.stream()
                .map(Method::getParameterCount)
                .sorted()
                .distinct()
                .map(String::valueOf)
                .collect(Collectors.joining(" or "));
    }

    private static List<Method> shortest(List<Method> methods) {
        int fewest = methods.stream().mapToInt(Method::getParameterCount).min().orElseThrow();
        return methods.stream()
                .filter(method -> method.getParameterCount() == fewest)
                .toList();
    }

    private static Set<Class<?>> allowed(List<Method> methods, int index) {
        return methods.stream()
                .map(method -> method.getParameterTypes()[index])
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String shape(List<Method> methods) {
        int count = methods.getFirst().getParameterCount();
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(index -> names(allowed(methods, index)))
                .collect(Collectors.joining(
                        ", ",
                        typer.file().catalogue().sink() + "."
                                + methods.getFirst().getName() + "(",
                        ")"));
    }

    private static String names(Set<Class<?>> types) {
        return types.stream().map(Class::getSimpleName).sorted().collect(Collectors.joining(" or "));
    }

    private void checkArgument(Expression argument, Value value, Set<Class<?>> allowed) {
        if (value.isKnown() && !allowed.contains(value.type())) {
            String message = "This argument (%s) must be of the type %s and is %s."
                    .formatted(typer.text(argument), names(allowed), value.words());
            String remedy = "Maybe the arguments are in the wrong order.";
            typer.file().refuse("lint.argument", argument.offset(), argument.end(), message, remedy);
        }
    }

    private void checkMetric(Expression.Call call, List<Value> values) {
        boolean isConstant = call.arguments().get(METRIC) instanceof Expression.Access access
                && ConstantTyper.constants(Metric.class).contains(access.name());
        if (!isConstant || values.get(METRIC).type() != Metric.class) {
            return;
        }
        Expression.Access named = (Expression.Access) call.arguments().get(METRIC);
        Metric metric = Metric.valueOf(named.name());
        boolean isTarget = values.get(WHAT).type() == AllocationTarget.class;
        if (values.get(WHAT).is(Value.Kind.FACT) && isTarget != (metric == Metric.DRIFT)) {
            String message = "The metric (%s) is not defined for %s."
                    .formatted(metric, values.get(WHAT).words());
            String remedy = isTarget ? "Maybe Metric.DRIFT." : "Maybe an AllocationTarget is meant, or another metric.";
            typer.file().refuse("lint.metric", named.offset(), named.end(), message, remedy);
        }
        for (int i = LIMIT; i < values.size(); i++) {
            checkUnit(metric, call.arguments().get(i), values.get(i));
        }
    }

    private void checkUnit(Metric metric, Expression limit, Value value) {
        boolean isQuotient = metric.isZeroAtRest();
        String wrong = isQuotient ? "amount" : "percent";
        if (value.unit().equals(wrong)) {
            String message = "The metric (%s) is %s, and this column's unit is %s."
                    .formatted(metric, isQuotient ? "a quotient" : "an amount", wrong);
            String remedy = "Maybe another column is meant.";
            typer.file().refuse("lint.unit", limit.offset(), limit.end(), message, remedy);
        }
    }
}
