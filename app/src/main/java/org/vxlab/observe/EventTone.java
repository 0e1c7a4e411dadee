package org.vxlab.observe;

/// How much an event matters to a person who looks for what is wrong.
public enum EventTone {
    PLAIN,
    GOOD,
    /// Worth a look though nothing is wrong: a MAC that moved.
    SPECIAL,
    WARNING,
    BAD;

    public static EventTone of(ObservedEvent event) {
        return switch (event) {
            case ObservedEvent.Learned _,
                    ObservedEvent.LinkUp _,
                    ObservedEvent.HostLive _,
                    ObservedEvent.HostBack _ ->
                    GOOD;
            case ObservedEvent.Moved _ -> SPECIAL;
            case ObservedEvent.Aged _,
                    ObservedEvent.Deleted _,
                    ObservedEvent.LinkRemoved _,
                    ObservedEvent.LinesLost _ ->
                    WARNING;
            case ObservedEvent.LinkDown _, ObservedEvent.HostLost _, ObservedEvent.PingLost _ ->
                    BAD;
            case ObservedEvent.Added _,
                    ObservedEvent.Flooding _,
                    ObservedEvent.LinkAdded _,
                    ObservedEvent.LinkChanged _,
                    ObservedEvent.OfAddress _,
                    ObservedEvent.OfNeighbour _,
                    ObservedEvent.TableReread _,
                    ObservedEvent.PingReply _ ->
                    PLAIN;
        };
    }
}
