package org.vxlab.iproute;

import org.vxlab.topology.Ip;
import org.vxlab.topology.MacAddress;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// One JSON object as iproute2 prints it: values by key, read as the type that is wanted.
///
/// Of two equal keys the first counts: `ip -j route` writes `dst` a second time for the far end of
/// a light-weight tunnel. A key that is there with an unreadable value ends in [Unreadable].
final class Fields {
    static final Fields NONE = new Fields();

    private final Map<String, Object> values = new HashMap<>();

    /// A value that is not what its key promises; the message is `key=value`.
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String key, Object value) {
            super(key + "=" + value, null, false, false);
        }
    }

    void put(String key, Object value) {
        values.putIfAbsent(key, value);
    }

    void clear() {
        values.clear();
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    String text(String key) {
        return optionalText(key).orElseThrow(() -> new Unreadable(key, ""));
    }

    Optional<String> optionalText(String key) {
        return as(String.class, key);
    }

    /// A value that is only passed on, whatever its type; empty text where there is none.
    String shown(String key) {
        return values.getOrDefault(key, "").toString();
    }

    int number(String key) {
        return optionalNumber(key).orElseThrow(() -> new Unreadable(key, ""));
    }

    Optional<Integer> optionalNumber(String key) {
        return as(Long.class, key)
                .map(
                        number -> {
                            if (number != number.intValue()) {
                                throw new Unreadable(key, number);
                            }
                            return number.intValue();
                        });
    }

    long counter(String key) {
        return as(Long.class, key).orElse(0L);
    }

    /// A setting that is on: `true`, or 1 where the tool prints numbers; absent is off.
    boolean isOn(String key) {
        Object value = values.get(key);
        if (value instanceof Long number) {
            return number != 0;
        }
        return as(Boolean.class, key).orElse(false);
    }

    Fields object(String key) {
        return as(Fields.class, key).orElse(NONE);
    }

    List<?> list(String key) {
        return as(List.class, key).map(list -> (List<?>) list).orElse(List.of());
    }

    Ip ip(String key) {
        return parsed(key, text(key), Ip::parse);
    }

    Optional<Ip> optionalIp(String key) {
        return optionalText(key).map(text -> parsed(key, text, Ip::parse));
    }

    MacAddress mac(String key) {
        return parsed(key, text(key), MacAddress::parse);
    }

    Optional<MacAddress> optionalMac(String key) {
        return optionalText(key).map(text -> parsed(key, text, MacAddress::parse));
    }

    static <T> T parsed(String key, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(key, text);
        }
    }

    private <T> Optional<T> as(Class<T> type, String key) {
        Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            throw new Unreadable(key, value);
        }
        return Optional.of(type.cast(value));
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
