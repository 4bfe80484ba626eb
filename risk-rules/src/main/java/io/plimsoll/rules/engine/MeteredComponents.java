package io.plimsoll.rules.engine;

import io.plimsoll.rules.limit.WorkLimitException;
import io.plimsoll.rules.limit.WorkMeter;
import java.util.Comparator;
import java.util.stream.Stream;
import org.drools.base.definitions.InternalKnowledgePackage;
import org.drools.base.rule.Accumulate;
import org.drools.base.rule.constraint.AlphaNodeFieldConstraint;
import org.drools.core.common.BetaConstraints;
import org.drools.core.reteoo.AccumulateNode;
import org.drools.core.reteoo.AccumulateRight;
import org.drools.core.reteoo.BetaNode;
import org.drools.core.reteoo.CoreComponentFactory;
import org.drools.core.reteoo.ExistsNode;
import org.drools.core.reteoo.ExistsRight;
import org.drools.core.reteoo.JoinNode;
import org.drools.core.reteoo.JoinRightAdapterNode;
import org.drools.core.reteoo.LeftTupleSource;
import org.drools.core.reteoo.NotNode;
import org.drools.core.reteoo.NotRight;
import org.drools.core.reteoo.ObjectSource;
import org.drools.core.reteoo.RightInputAdapterNode;
import org.drools.core.reteoo.RightTuple;
import org.drools.core.reteoo.TupleImpl;
import org.drools.core.reteoo.TupleMemory;
import org.drools.core.reteoo.builder.BuildContext;
import org.drools.core.reteoo.builder.NodeFactory;
import org.drools.core.reteoo.builder.PhreakNodeFactory;
import org.drools.core.util.FastIterator;
import org.jspecify.annotations.Nullable;
import org.kie.api.definition.rule.Rule;

/// Makes the nodes of Drools' network that join facts, each telling the [WorkMeter] how many pairs it is about to
/// compare.
///
/// Drools looks at `halt()` and at its firing limit between firings alone: a join of three unrelated patterns runs
/// until memory ends before the first rule fires. Drools finds this class as a service, hence it is public.
@SuppressWarnings("rawtypes")
public final class MeteredComponents implements CoreComponentFactory {

    private final NodeFactory nodes = new MeteredNodes();

    /// For Drools.
    public MeteredComponents() {}

    /// Makes sure that it is these that Drools uses.
    ///
    /// @throws IllegalStateException if Drools has others, so that a join could not be stopped
    static void require() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Drools looks for services by the context class loader, once, and keeps what it found.
        thread.setContextClassLoader(MeteredComponents.class.getClassLoader());
        try {
            if (!(CoreComponentFactory.get() instanceof MeteredComponents)) {
                throw new IllegalStateException("Drools has not found the metered network in META-INF/services.");
            }
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public NodeFactory getNodeFactoryService() {
        return nodes;
    }

    @Override
    public InternalKnowledgePackage createKnowledgePackage(String name) {
        return new CoreComponentFactory.DroolsCoreComponentFactory().createKnowledgePackage(name);
    }

    /// Counts the facts that a tuple is about to meet, and the meeting itself.
    private static <T extends @Nullable TupleImpl> T counted(BetaNode node, T first) {
        try {
            WorkMeter.add(
                    first == null || first.getMemory() == null
                            ? 1
                            : 1 + first.getMemory().size());
            return first;
        } catch (WorkLimitException e) {
            // Rules that begin alike share nodes; any of them names the conditions that are at fault.
            throw new RuleFailedException(firstRuleOf(node), String.valueOf(e.getMessage()), e);
        }
    }

    private static String firstRuleOf(BetaNode node) {
        return Stream.of(node.getAssociatedRules())
                .map(Rule::getName)
                .min(Comparator.naturalOrder())
                .orElse("");
    }

    private static final class MeteredNodes extends PhreakNodeFactory {

        private static final long serialVersionUID = 1L;

        @Override
        public JoinNode buildJoinNode(
                int id, LeftTupleSource left, ObjectSource right, BetaConstraints constraints, BuildContext context) {
            return new Join(
                    context.getNextNodeId(), left, new JoinRightAdapterNode(id, right, context), constraints, context);
        }

        @Override
        public NotNode buildNotNode(
                int id, LeftTupleSource left, ObjectSource right, BetaConstraints constraints, BuildContext context) {
            return new Not(context.getNextNodeId(), left, new NotRight(id, right, context), constraints, context);
        }

        @Override
        public ExistsNode buildExistsNode(
                int id, LeftTupleSource left, ObjectSource right, BetaConstraints constraints, BuildContext context) {
            return new Exists(context.getNextNodeId(), left, new ExistsRight(id, right, context), constraints, context);
        }

        @Override
        public AccumulateNode buildAccumulateNode(
                int id,
                LeftTupleSource left,
                ObjectSource right,
                AlphaNodeFieldConstraint[] results,
                BetaConstraints source,
                BetaConstraints binder,
                Accumulate accumulate,
                BuildContext context) {
            RightInputAdapterNode input = new AccumulateRight(id, right, context);
            return new Accumulation(context.getNextNodeId(), left, input, results, source, binder, accumulate, context);
        }
    }

    private static final class Join extends JoinNode {

        private static final long serialVersionUID = 1L;

        Join(int id, LeftTupleSource left, RightInputAdapterNode right, BetaConstraints joined, BuildContext context) {
            super(id, left, right, joined, context);
        }

        @Override
        public RightTuple getFirstRightTuple(TupleImpl left, TupleMemory memory, FastIterator<TupleImpl> iterator) {
            return counted(this, super.getFirstRightTuple(left, memory, iterator));
        }

        @Override
        public TupleImpl getFirstLeftTuple(TupleImpl right, TupleMemory memory, FastIterator<TupleImpl> iterator) {
            return counted(this, super.getFirstLeftTuple(right, memory, iterator));
        }
    }

    private static final class Not extends NotNode {

        private static final long serialVersionUID = 1L;

        Not(int id, LeftTupleSource left, RightInputAdapterNode right, BetaConstraints joined, BuildContext context) {
            super(id, left, right, joined, context);
        }

        @Override
        public RightTuple getFirstRightTuple(TupleImpl left, TupleMemory memory, FastIterator<TupleImpl> iterator) {
            return counted(this, super.getFirstRightTuple(left, memory, iterator));
        }

        @Override
        public TupleImpl getFirstLeftTuple(TupleImpl right, TupleMemory memory, FastIterator<TupleImpl> iterator) {
            return counted(this, super.getFirstLeftTuple(right, memory, iterator));
        }
    }

    private static final class Exists extends ExistsNode {

        private static final long serialVersionUID = 1L;

        Exists(
                int id,
                LeftTupleSource left,
                RightInputAdapterNode right,
                BetaConstraints joined,
                BuildContext context) {
            super(id, left, right, joined, context);
        }

        @Override
        public RightTuple getFirstRightTuple(TupleImpl left, TupleMemory memory, FastIterator<TupleImpl> iterator) {
            return counted(this, super.getFirstRightTuple(left, memory, iterator));
        }

        @Override
        public TupleImpl getFirstLeftTuple(TupleImpl right, TupleMemory memory, FastIterator<TupleImpl> iterator) {
            return counted(this, super.getFirstLeftTuple(right, memory, iterator));
        }
    }

    private static final class Accumulation extends AccumulateNode {

        private static final long serialVersionUID = 1L;

        Accumulation(
                int id,
                LeftTupleSource left,
                RightInputAdapterNode right,
                AlphaNodeFieldConstraint[] results,
                BetaConstraints source,
                BetaConstraints binder,
                Accumulate accumulate,
                BuildContext context) {
            super(id, left, right, results, source, binder, accumulate, context);
        }

        @Override
        public RightTuple getFirstRightTuple(TupleImpl left, TupleMemory memory, FastIterator<TupleImpl> iterator) {
            return counted(this, super.getFirstRightTuple(left, memory, iterator));
        }

        @Override
        public TupleImpl getFirstLeftTuple(TupleImpl right, TupleMemory memory, FastIterator<TupleImpl> iterator) {
            return counted(this, super.getFirstLeftTuple(right, memory, iterator));
        }
    }
}
