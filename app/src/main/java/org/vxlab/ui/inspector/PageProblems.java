package org.vxlab.ui.inspector;

import org.vxlab.topology.Lab;
import org.vxlab.topology.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Sorts the problems of a lab to the properties of a page.
///
/// @param ofProperties problems by the path of the property they stand at
/// @param ofPage those of the chosen thing that no property shows
record PageProblems(Map<String, List<CurableProblem>> ofProperties, List<CurableProblem> ofPage) {
    static final PageProblems NONE = new PageProblems(Map.of(), List.of());

    /// More would bury the properties; the pane has them all.
    private static final int MOST = 5;

    PageProblems {
        ofProperties = Map.copyOf(ofProperties);
        ofPage = List.copyOf(ofPage);
    }

    static PageProblems of(Lab lab, List<Problem> problems, Page page) {
        Cures cures = new Cures(lab, problems);
        Map<String, Property> properties =
                page.properties()
                        .filter(property -> !property.path().isEmpty())
                        .collect(Collectors.toMap(Property::path, one -> one, (first, _) -> first));
        Map<String, List<CurableProblem>> found =
                properties.keySet().stream()
                        .collect(Collectors.toMap(path -> path, _ -> new ArrayList<>()));
        List<CurableProblem> rest = new ArrayList<>();
        for (Problem problem : problems) {
            String path = problem.place().path();
            Optional<Property> property = Optional.ofNullable(properties.get(path));
            List<CurableProblem> place = property.map(one -> found.get(one.path())).orElse(rest);
            if ((property.isPresent() || inside(page, path)) && place.size() < MOST) {
                place.add(new CurableProblem(problem, cures.of(problem, property)));
            }
        }
        return new PageProblems(
                found.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, one -> List.copyOf(one.getValue()))),
                List.copyOf(rest));
    }

    private static boolean inside(Page page, String path) {
        return !page.path().isEmpty()
                && (path.equals(page.path())
                        || path.startsWith(page.path() + ".")
                        || path.startsWith(page.path() + "["));
    }

    List<CurableProblem> at(Property property) {
        return ofProperties.getOrDefault(property.path(), List.of());
    }
}
