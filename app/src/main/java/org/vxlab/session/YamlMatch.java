package org.vxlab.session;

import org.vxlab.session.YamlValue.Fields;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/// Finds which item of an edited list was which item before, so that an edit changes the lines of
/// the item it means.
final class YamlMatch {
    /// The fields that say which thing an item is, the strongest first.
    private static final List<String> IDENTITY = List.of("vni", "name", "host");

    /// The fields that together say which entry of a table an item is.
    private static final List<String> ENTRY = List.of("on", "address", "mac");

    private YamlMatch() {}

    /// For each item after, the index of the same item before, or -1 where it is new.
    static int[] match(List<YamlValue> before, List<YamlValue> after) {
        int[] found = new int[after.size()];
        Arrays.fill(found, -1);
        boolean[] taken = new boolean[before.size()];
        List<BiPredicate<YamlValue, YamlValue>> tests =
                List.of(YamlValue::equals, YamlMatch::sameThing, YamlMatch::alike);
        for (BiPredicate<YamlValue, YamlValue> test : tests) {
            for (int j = 0; j < after.size(); j++) {
                for (int i = 0; i < before.size() && found[j] < 0; i++) {
                    if (!taken[i] && test.test(before.get(i), after.get(j))) {
                        found[j] = i;
                        taken[i] = true;
                    }
                }
            }
        }
        return found;
    }

    private static boolean sameThing(YamlValue one, YamlValue other) {
        Optional<List<YamlValue>> identity = identity(one);
        return identity.isPresent() && identity.equals(identity(other));
    }

    private static Optional<List<YamlValue>> identity(YamlValue value) {
        if (!(value instanceof Fields(var fields, boolean flow))) {
            return Optional.empty();
        }
        for (String key : IDENTITY) {
            if (fields.containsKey(key)) {
                return Optional.of(List.of(fields.get(key)));
            }
        }
        return Optional.of(ENTRY.stream().filter(fields::containsKey).map(fields::get).toList());
    }

    /// Whether half of the fields of one are those of the other: the thing was renamed.
    private static boolean alike(YamlValue one, YamlValue other) {
        if (!(one instanceof Fields(var fields, boolean flow))
                || !(other instanceof Fields(var others, boolean otherFlow))) {
            return false;
        }
        long same =
                fields.keySet().stream()
                        .filter(key -> fields.get(key).equals(others.get(key)))
                        .count();
        return same * 2 >= Math.min(fields.size(), others.size());
    }
}
