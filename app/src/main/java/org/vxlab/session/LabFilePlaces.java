package org.vxlab.session;

import org.vxlab.session.YamlNode.Entry;
import org.vxlab.session.YamlNode.Mapping;
import org.vxlab.session.YamlNode.Scalar;
import org.vxlab.session.YamlNode.Sequence;
import org.vxlab.topology.Problem;
import org.vxlab.topology.Problem.Place;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds where in a file the thing with a path such as `segments[0].members[1].host` stands.
final class LabFilePlaces {
    private static final Pattern STEP = Pattern.compile("\\[(\\d{1,9})]|\\.?([^.\\[]+)");

    private LabFilePlaces() {}

    /// The problem at the deepest part of its path that the file has.
    static FileProblem locate(YamlNode root, Problem problem, String path) {
        YamlNode found = root;
        Matcher step = STEP.matcher(path);
        while (step.lookingAt()) {
            Optional<YamlNode> next =
                    step.group(1) != null
                            ? item(found, Integer.parseInt(step.group(1)))
                            : field(found, step.group(2));
            if (next.isEmpty()) {
                break;
            }
            found = next.get();
            step.region(step.end(), path.length());
        }
        Problem moved =
                new Problem(problem.severity(), new Place(path), problem.what(), problem.cure());
        return new FileProblem(moved, found.span().line(), found.span().column());
    }

    /// The path in the file of a path in a lab from whose `list` unreadable items were left out.
    ///
    /// @param places index in the file of each item of the lab
    static String moved(String path, String list, List<Integer> places) {
        if (!path.startsWith(list + "[")) {
            return path;
        }
        int begin = list.length() + 1;
        int end = path.indexOf(']');
        int index = Integer.parseInt(path.substring(begin, end));
        return path.substring(0, begin) + places.get(index) + path.substring(end);
    }

    private static Optional<YamlNode> item(YamlNode node, int index) {
        return node instanceof Sequence sequence && index < sequence.items().size()
                ? Optional.of(sequence.items().get(index))
                : Optional.empty();
    }

    private static Optional<YamlNode> field(YamlNode node, String key) {
        return node instanceof Mapping mapping
                ? mapping.entry(key).map(LabFilePlaces::valueOrKey)
                : Optional.empty();
    }

    /// A value that is not written has no place to point at but its key's.
    private static YamlNode valueOrKey(Entry entry) {
        return entry.value() instanceof Scalar scalar && scalar.text().isEmpty() && scalar.plain()
                ? entry.key()
                : entry.value();
    }
}
