package io.plimsoll.rules.engine;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.drools.base.base.ObjectType;
import org.drools.core.impl.InternalRuleBase;
import org.drools.core.reteoo.ObjectTypeNode;
import org.kie.api.KieBase;

/// The kinds of fact that a phase's rules have patterns for. A fact of any other kind can't change what fires, so it
/// need not be inserted and deleted.
final class MatchedTypes {

    private final List<ObjectType> types;
    private final Map<Class<?>, Boolean> known = new ConcurrentHashMap<>();

    MatchedTypes(KieBase base) {
        this.types = ((InternalRuleBase) base)
                .getRete().getObjectTypeNodes().stream()
                        .map(ObjectTypeNode::getObjectType)
                        .toList();
    }

    boolean contains(Object fact) {
        return known.computeIfAbsent(fact.getClass(), this::isMatched);
    }

    private boolean isMatched(Class<?> factClass) {
        return types.stream().anyMatch(type -> type.isAssignableFrom(factClass));
    }
}
