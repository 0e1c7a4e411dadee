package org.vxlab.publish;

import java.util.List;

/// A part of a handout, in reading order.
sealed interface Block {
    /// @param level 1 for the parts of a handout, 2 for parts of these
    record Heading(int level, String text) implements Block {}

    /// A sentence or several.
    record Paragraph(String text) implements Block {}

    /// The picture of the lab.
    record Drawing() implements Block {}

    /// Names and addresses in columns; a cell with nothing to say is empty.
    record Table(List<String> head, List<List<String>> rows) implements Block {
        public Table {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /// Commands in the order they are run, each with its reason.
    record Commands(List<Explained> commands) implements Block {
        public Commands {
            commands = List.copyOf(commands);
        }
    }

    /// A command and why it is run.
    record Explained(String why, String command) {}

    /// Something to try and what is seen then.
    ///
    /// @param what one sentence
    /// @param host where the command is typed
    /// @param printed lines that must be among what it prints; empty where words say it better
    /// @param meaning what the output says, or what it must be
    record Trial(String what, String host, String command, List<String> printed, String meaning)
            implements Block {
        public Trial {
            printed = List.copyOf(printed);
        }
    }
}
