package org.vxlab.discover;

import org.vxlab.topology.Message;

import java.util.Optional;
import java.util.OptionalInt;

/// Something that was noticed while a lab was made out of what was found.
///
/// @param host name of the host it is about; empty text where it is about all or none
/// @param device the device it is about; empty text where it is about none
/// @param line of the text it was read from, counted from 1; empty for running hosts
/// @param cure what to do about it; absent where nothing has to be done
public record Finding(
        Kind kind,
        String host,
        String device,
        OptionalInt line,
        Message what,
        Optional<Message> cure) {

    /// What it means for the lab.
    public enum Kind {
        /// It does not work where it was found.
        WRONG("wrong"),
        /// It works in part, or not for long, or the lab says it a little differently.
        DOUBTFUL("doubtful"),
        /// The source does not say it, so it was chosen here.
        ASSUMED("assumed"),
        /// It is there and has no place in a lab file: shown, and not in the lab.
        APART("apart"),
        /// A command that was not understood and not carried out.
        UNREAD("unread");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// The word in documents.
        public String word() {
            return word;
        }
    }

    /// The same with a line, unless it has one.
    public Finding at(OptionalInt found) {
        return new Finding(kind, host, device, line.isPresent() ? line : found, what, cure);
    }
}
