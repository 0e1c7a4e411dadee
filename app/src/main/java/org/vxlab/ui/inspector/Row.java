package org.vxlab.ui.inspector;

import org.vxlab.topology.LabEdit;
import org.vxlab.topology.Message;
import org.vxlab.topology.Thing;

import java.util.List;

/// One row of a section.
sealed interface Row
        permits Property, Row.Fact, Row.Sentence, Row.Link, Row.Switch, Row.Card, Row.Action {
    /// Something that follows from the rest and cannot be edited.
    record Fact(Message label, Message value) implements Row {}

    /// A sentence for the person.
    record Sentence(Message text) implements Row {}

    /// A way to another thing.
    record Link(Message label, Thing thing) implements Row {
        static Link to(Thing thing) {
            Message kind = Message.of(kind(thing));
            return new Link(Message.of("ui.inspector.link.of", kind, thing.shown()), thing);
        }

        /// Key of what a thing is called by itself.
        private static String kind(Thing thing) {
            return switch (thing) {
                case Thing.Network _ -> "ui.inspector.section.network";
                case Thing.Router _ -> "ui.inspector.section.router";
                case Thing.Host _ -> "ui.inspector.section.host";
                case Thing.Segment _ -> "ui.inspector.section.segment";
                case Thing.Member _ -> "ui.inspector.section.member";
                case Thing.Tunnel _ -> "ui.inspector.section.tunnel";
                case Thing.Workload _ -> "ui.inspector.section.workload";
                case Thing.Fdb _, Thing.Neighbour _ -> "ui.inspector.section.entry";
                case Thing.Note _ -> "ui.inspector.section.note";
            };
        }
    }

    /// Something that is or is not.
    ///
    /// @param edit turns it the other way
    record Switch(Message label, boolean on, LabEdit edit) implements Row {}

    /// A thing inside the chosen one, with its own few properties.
    record Card(Thing thing, List<Property> properties) implements Row {
        public Card {
            properties = List.copyOf(properties);
        }
    }

    /// A button.
    record Action(Message label, LabEdit edit) implements Row {}
}
