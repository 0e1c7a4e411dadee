package org.vxlab.picture;

import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Message;
import org.vxlab.topology.Thing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The drawing of one thing, or of one part of it.
///
/// @param id stays the same from picture to picture as long as the thing is there
/// @param layer glyphs of a higher layer cover those below
/// @param box around all of it
/// @param path the line it is, for hitting it; absent for what fills its box
/// @param marks what to paint, in order
/// @param said what it is and how it is, for a screen reader and as a hint
public record Glyph(
        Id id,
        Layer layer,
        Box box,
        Optional<Curve> path,
        Condition condition,
        List<Mark> marks,
        Message said) {
    public Glyph {
        marks = List.copyOf(marks);
    }

    /// Which part of which thing this is.
    ///
    /// @param detail tells parts of one sort apart; mostly empty
    public record Id(Thing thing, Part part, String detail) {
        static Id of(Thing thing, Part part) {
            return new Id(thing, part, "");
        }
    }

    /// The sorts of parts.
    public enum Part {
        /// The body of a network, router, host, segment, workload or note.
        BODY,
        /// A cable of the underlay.
        CABLE,
        /// A host's underlay port.
        PORT,
        BRIDGE,
        /// A vxlan device.
        DEVICE,
        /// The line from a vxlan device to its segment.
        JOIN,
        TUNNEL,
        /// A forwarding entry.
        ENTRY,
        /// Entries for which there is no room.
        MORE
    }

    /// What covers what.
    public enum Layer {
        NOTES,
        UNDERLAY,
        LINES,
        CARDS,
        PARTS,
        CHIPS
    }

    /// What the kernel says of a thing.
    public enum Condition {
        /// Nothing is being watched.
        DRAWN,
        UP,
        DOWN,
        /// The kernel does not have it.
        MISSING,
        /// Nothing is known yet.
        UNKNOWN,
        /// Known, but perhaps no longer true.
        STALE,
        /// The host is not connected; this was seen last.
        LOST;

        /// The condition in words.
        public Message said() {
            return Message.of("picture.condition." + name().toLowerCase(Locale.ROOT));
        }
    }

    /// Whether a point touches it.
    ///
    /// @param tolerance how near is near enough, in canvas units
    public boolean isAt(Point point, double tolerance) {
        return box.grown(tolerance).contains(point)
                && path.map(curve -> curve.distance(point) <= tolerance + 1).orElse(true);
    }
}
