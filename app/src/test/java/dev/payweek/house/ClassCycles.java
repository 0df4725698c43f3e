package dev.payweek.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which concepts know each other in a circle. A concept is a class with all that is nested in it, a sealed type with
 * what it permits, a class with its builder, {@code Dot} with {@code DotBuilder}, and a class with what is as good as
 * nested in it: a class of the package alone that no other uses.
 */
final class ClassCycles {

    private final Map<String, String> concepts = new HashMap<>();
    private final Map<String, Set<String>> uses = new TreeMap<>();

    private final Map<String, Integer> order = new HashMap<>();
    private final Map<String, Integer> lowest = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final List<List<String>> cycles = new ArrayList<>();

    private ClassCycles(JavaClasses classes) {
        classes.forEach(one -> concepts.put(outermost(one), outermost(one)));
        classes.forEach(this::joinFamily);
        classes.forEach(this::joinOwn);
        classes.forEach(this::draw);
        uses.keySet().forEach(concept -> {
            if (!order.containsKey(concept)) {
                visit(concept);
            }
        });
        cycles.sort(Comparator.comparing(cycle -> cycle.get(0)));
    }

    /** Returns the concepts of each cycle, in alphabetical order; none of them stands in two. */
    static List<List<String>> of(JavaClasses classes) {
        return new ClassCycles(classes).cycles;
    }

    private static String outermost(JavaClass one) {
        return one.getBaseComponentType().getName().replaceFirst("\\$.*", "");
    }

    private String concept(String name) {
        String outer = concepts.getOrDefault(name, name);
        return outer.equals(name) ? name : concept(outer);
    }

    private void joinFamily(JavaClass one) {
        String name = outermost(one);
        String built = name.replaceFirst("Builder$", "");
        if (concepts.containsKey(built)) {
            join(name, built);
        }
        Set<JavaClass> above = new HashSet<>(one.getAllRawInterfaces());
        above.addAll(one.getAllRawSuperclasses());
        above.forEach(type -> {
            if (concepts.containsKey(outermost(type)) && type.reflect().isSealed()) {
                join(name, outermost(type));
            }
        });
    }

    private void joinOwn(JavaClass one) {
        Set<String> users = new TreeSet<>();
        one.getDirectDependenciesToSelf().forEach(dependency -> users.add(outermost(dependency.getOriginClass())));
        users.remove(one.getName());
        if (one.isTopLevelClass() && !one.getModifiers().contains(JavaModifier.PUBLIC) && users.size() == 1) {
            join(one.getName(), users.iterator().next());
        }
    }

    private void join(String name, String other) {
        if (!concept(name).equals(concept(other))) {
            concepts.put(concept(name), concept(other));
        }
    }

    private void draw(JavaClass one) {
        String from = concept(outermost(one));
        one.getDirectDependenciesFromSelf().forEach(dependency -> {
            String name = outermost(dependency.getTargetClass());
            if (concepts.containsKey(name) && !concept(name).equals(from)) {
                uses.computeIfAbsent(from, key -> new TreeSet<>()).add(concept(name));
            }
        });
    }

    /** Tarjan's strongly connected components. */
    private void visit(String concept) {
        order.put(concept, order.size());
        lowest.put(concept, order.get(concept));
        open.push(concept);
        for (String next : uses.getOrDefault(concept, Set.of())) {
            if (!order.containsKey(next)) {
                visit(next);
                lowest.merge(concept, lowest.get(next), Math::min);
            } else if (open.contains(next)) {
                lowest.merge(concept, order.get(next), Math::min);
            }
        }
        if (lowest.get(concept).equals(order.get(concept))) {
            close(concept);
        }
    }

    private void close(String first) {
        Set<String> cycle = new TreeSet<>();
        String last;
        do {
            last = open.pop();
            cycle.add(last);
        } while (!last.equals(first));
        if (cycle.size() > 1) {
            cycles.add(List.copyOf(cycle));
        }
    }
}
