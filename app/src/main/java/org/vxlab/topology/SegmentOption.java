package org.vxlab.topology;

import org.vxlab.topology.Segment.Options;

import java.util.Optional;
import java.util.function.Function;

/// One of a segment's [Options] by its iproute2 word; compared by identity.
///
/// @param <T> of its value
public final class SegmentOption<T> {
    public static final SegmentOption<Integer> PORT = new SegmentOption<>("dstport", Options::port);
    public static final SegmentOption<Flooding> FLOODING =
            new SegmentOption<>("flooding", Options::flooding);
    public static final SegmentOption<Ip> GROUP = new SegmentOption<>("group", Options::group);
    public static final SegmentOption<Boolean> LEARNING =
            new SegmentOption<>("learning", Options::learning);
    public static final SegmentOption<Integer> AGEING =
            new SegmentOption<>("ageing", Options::ageing);
    public static final SegmentOption<Integer> MTU = new SegmentOption<>("mtu", Options::mtu);
    public static final SegmentOption<String> TTL = new SegmentOption<>("ttl", Options::ttl);
    public static final SegmentOption<String> TOS = new SegmentOption<>("tos", Options::tos);
    public static final SegmentOption<String> DF = new SegmentOption<>("df", Options::df);
    public static final SegmentOption<Boolean> UDPCSUM =
            new SegmentOption<>("udpcsum", Options::udpcsum);

    private final String word;
    private final Function<Options, Optional<T>> reader;

    private SegmentOption(String word, Function<Options, Optional<T>> reader) {
        this.word = word;
        this.reader = reader;
    }

    public String word() {
        return word;
    }

    /// What is written of this option.
    public Optional<T> in(Options options) {
        return reader.apply(options);
    }

    /// The options with this one set, or left to its default.
    public Options set(Options old, Optional<T> value) {
        return new Options(
                PORT.next(this, old, value),
                FLOODING.next(this, old, value),
                GROUP.next(this, old, value),
                LEARNING.next(this, old, value),
                AGEING.next(this, old, value),
                MTU.next(this, old, value),
                TTL.next(this, old, value),
                TOS.next(this, old, value),
                DF.next(this, old, value),
                UDPCSUM.next(this, old, value));
    }

    /// The value of this option when `changed` gets `value`; only the same option has its type.
    @SuppressWarnings("unchecked")
    private Optional<T> next(SegmentOption<?> changed, Options old, Optional<?> value) {
        return this == changed ? (Optional<T>) value : in(old);
    }

    @Override
    public String toString() {
        return word;
    }
}
