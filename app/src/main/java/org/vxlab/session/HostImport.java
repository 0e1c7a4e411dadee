package org.vxlab.session;

import org.vxlab.apply.HostAccess;
import org.vxlab.apply.InventorySurvey;
import org.vxlab.apply.InventorySurvey.Result;
import org.vxlab.discover.Cables;
import org.vxlab.discover.Discovered;
import org.vxlab.discover.Discovery;
import org.vxlab.discover.FoundHost;
import org.vxlab.discover.Source;
import org.vxlab.locallab.RunningLab;
import org.vxlab.topology.SshTarget;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads running hosts, several at once, and makes a lab of them. Nothing is changed on any.
public final class HostImport implements AutoCloseable {
    private final List<HostAccess> hosts = new ArrayList<>();
    private final Map<String, SshTarget> targets;

    /// What came of it.
    ///
    /// @param discovered absent as long as a host could not be read: a lab with a hole in it would
    ///   be a wrong one
    /// @param hosts one result a host, in their order
    public record Imported(Optional<Discovered> discovered, List<Result> hosts) {
        public Imported {
            hosts = List.copyOf(hosts);
        }
    }

    /// @param targets by the name each host shall have in the lab
    public HostImport(Map<String, SshTarget> targets, SshAccess ssh) {
        this.targets = new LinkedHashMap<>(targets);
        targets.forEach(
                (name, target) -> hosts.add(new HostAccess(name, () -> ssh.connect(name, target))));
    }

    /// The hosts of a built-in lab; they stay hosts of the built-in lab.
    public HostImport(RunningLab lab, SshAccess ssh) {
        this.targets = Map.of();
        lab.routes()
                .forEach(
                        (name, route) -> hosts.add(new HostAccess(name, () -> ssh.connect(route))));
    }

    /// Reads all hosts at once.
    ///
    /// @param name of the lab; absent means the mark its devices carry, or `imported`
    public Imported read(Optional<String> name) throws InterruptedException {
        List<Result> results = InventorySurvey.of(hosts);
        List<FoundHost> found = new ArrayList<>();
        for (Result result : results) {
            switch (result) {
                case Result.Read read -> found.add(found(read));
                case Result.Unfit _, Result.Away _ -> {}
            }
        }
        return new Imported(
                found.size() == results.size()
                        ? Optional.of(Discovery.of(found, Source.RUNNING, name))
                        : Optional.empty(),
                results);
    }

    private FoundHost found(Result.Read read) {
        return new FoundHost(
                read.host(),
                Optional.ofNullable(targets.get(read.host())),
                read.inventory().state(),
                Cables.of(read.inventory().veths()),
                read.inventory().extras());
    }

    @Override
    public void close() {
        HostAccess.closeAll(hosts);
    }
}
