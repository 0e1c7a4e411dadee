package org.vxlab.ui.panes;

import org.vxlab.observe.ObservedEvent;

/// How much an event matters to a person who looks for what is wrong.
final class EventTones {
    private EventTones() {}

    static Tone of(ObservedEvent event) {
        return switch (event) {
            case ObservedEvent.Learned _,
                    ObservedEvent.LinkUp _,
                    ObservedEvent.HostLive _,
                    ObservedEvent.HostBack _ ->
                    Tone.GOOD;
            case ObservedEvent.Moved _ -> Tone.SPECIAL;
            case ObservedEvent.Aged _, ObservedEvent.Deleted _, ObservedEvent.LinesLost _ ->
                    Tone.WARNING;
            case ObservedEvent.LinkDown _, ObservedEvent.HostLost _, ObservedEvent.PingLost _ ->
                    Tone.BAD;
            case ObservedEvent.Added _,
                    ObservedEvent.FloodAdded _,
                    ObservedEvent.FloodRemoved _,
                    ObservedEvent.LinkAdded _,
                    ObservedEvent.LinkRemoved _,
                    ObservedEvent.LinkChanged _,
                    ObservedEvent.AddressAdded _,
                    ObservedEvent.AddressRemoved _,
                    ObservedEvent.NeighbourChanged _,
                    ObservedEvent.NeighbourRemoved _,
                    ObservedEvent.TableReread _,
                    ObservedEvent.PingReply _ ->
                    Tone.PLAIN;
        };
    }
}
