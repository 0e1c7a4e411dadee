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
    record Link(Message label, Thing thing) implements Row {}

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
