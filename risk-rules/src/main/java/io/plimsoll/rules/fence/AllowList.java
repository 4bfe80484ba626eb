package io.plimsoll.rules.fence;

import java.util.HashSet;
import java.util.Set;

/// What generated classes may refer to outside of themselves: members by owner, name and types, and classes that may be
/// named.
///
/// @param members that may be used, whatever their types, with an empty descriptor; otherwise exactly these
/// @param bootstraps that may link a call site, and nothing else; their descriptors are empty
/// @param types internal names of classes that may be named
/// @param linked internal names of classes that are loaded while others are linked, and may not be named
record AllowList(Set<Member> members, Set<Member> bootstraps, Set<String> types, Set<String> linked) {

    AllowList {
        members = Set.copyOf(members);
        bootstraps = Set.copyOf(bootstraps);
        types = Set.copyOf(types);
        linked = Set.copyOf(linked);
    }

    boolean allows(Member member) {
        return members.contains(member) || members.contains(withoutTypes(member));
    }

    boolean allowsBootstrap(Member member) {
        return bootstraps.contains(withoutTypes(member));
    }

    boolean allowsType(String internalName) {
        return types.contains(internalName);
    }

    /// Whether a class has to be loaded for anything on the list.
    boolean needs(String internalName) {
        return types.contains(internalName) || linked.contains(internalName);
    }

    /// What either of two lists allows.
    AllowList or(AllowList other) {
        return new AllowList(
                union(members, other.members),
                union(bootstraps, other.bootstraps),
                union(types, other.types),
                union(linked, other.linked));
    }

    private static Member withoutTypes(Member member) {
        return new Member(member.owner(), member.name(), "");
    }

    private static <E> Set<E> union(Set<E> some, Set<E> others) {
        Set<E> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
