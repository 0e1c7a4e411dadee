package org.vxlab.session;

import org.vxlab.apply.HostResult;
import org.vxlab.apply.HostSurvey;
import org.vxlab.apply.PushEvent;
import org.vxlab.apply.Surveyor;
import org.vxlab.observe.ObservedEvent;
import org.vxlab.observe.PingMatrix;
import org.vxlab.observe.PingPair;
import org.vxlab.observe.PingResult;
import org.vxlab.topology.Message;

import java.util.List;

/// What a live lab tells about its work and its hosts.
public sealed interface LiveReport {

    /// What a live lab is busy with.
    enum Activity {
        /// Nothing but watching, if that.
        IDLE,
        /// The built-in hosts are being started.
        OPENING,
        /// Hosts are being read.
        READING,
        /// The drawing is being pushed.
        PUSHING,
        /// Pairs are being pinged.
        PINGING,
        /// What the lab owns is being removed.
        REMOVING
    }

    /// It turned to something else.
    record Working(Activity activity) implements LiveReport {}

    /// The hosts are open; from now on they can be pushed to and watched.
    record Opened(Origin origin) implements LiveReport {}

    /// The hosts were read, and this is what would change.
    record Surveyed(Surveyor.Goal goal, List<HostSurvey> surveys) implements LiveReport {
        public Surveyed {
            surveys = List.copyOf(surveys);
        }
    }

    /// A step of a push.
    record Pushing(PushEvent event) implements LiveReport {}

    /// A push has ended on all hosts.
    ///
    /// @param stopped whether the person called it off
    record Pushed(Surveyor.Goal goal, List<HostResult> results, boolean stopped)
            implements LiveReport {
        public Pushed {
            results = List.copyOf(results);
        }

        public boolean succeeded() {
            return results.stream().allMatch(HostResult::succeeded);
        }
    }

    /// One pair was pinged.
    record Pinged(PingPair pair, PingResult result) implements LiveReport {}

    /// A round of pings has ended.
    record PingsEnded(PingMatrix matrix) implements LiveReport {}

    /// Something changed on a host.
    record Happened(ObservedEvent event) implements LiveReport {}

    /// What was asked for cannot be done.
    record Refused(Message why) implements LiveReport {}

    /// The hosts are closed; built-in ones that were started here are gone.
    record Closed() implements LiveReport {}
}
