package org.vxlab.observe;

import org.vxlab.iproute.Command;
import org.vxlab.iproute.MonitorEvent;
import org.vxlab.iproute.MonitorEvent.Reported;
import org.vxlab.iproute.MonitorParser;

import java.time.Instant;
import java.util.List;

/// A running `bridge monitor` or `ip monitor`.
final class MonitorStream implements FollowedStream {
    private final String host;
    private final String name;
    private final Command command;
    private final MonitorParser parser = new MonitorParser();

    private MonitorStream(String host, String name, Command command) {
        this.host = host;
        this.name = name;
        this.command = command;
    }

    /// Both forwarding tables.
    static MonitorStream fdb(String host) {
        return new MonitorStream(host, "bridge monitor fdb", MonitorParser.FDB);
    }

    /// Devices, addresses and neighbours.
    static MonitorStream ip(String host) {
        return new MonitorStream(host, "ip monitor", MonitorParser.IP);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Command command() {
        return command;
    }

    @Override
    public boolean isMonitor() {
        return true;
    }

    @Override
    public void fold(String line, Instant at, HostFold fold, List<ObservedEvent> changes) {
        parser.accept(line)
                .ifPresent(
                        (Reported reported) -> {
                            Stamp stamp = new Stamp(host, reported.at(), at);
                            MonitorEvent event = reported.event();
                            changes.addAll(fold.apply(event, stamp));
                        });
    }
}
