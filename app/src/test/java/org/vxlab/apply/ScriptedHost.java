package org.vxlab.apply;

import org.vxlab.iproute.Command;
import org.vxlab.iproute.HostFacts;
import org.vxlab.iproute.StateReading;
import org.vxlab.remote.Hold;
import org.vxlab.remote.Outcome;
import org.vxlab.remote.RemoteHost;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A host with nothing but a loopback device, whose facts are told by the test.
record ScriptedHost(String name, Supplier<String> facts, Runnable closing) implements RemoteHost {
    private static final String LOOPBACK =
            "[{\"ifname\":\"lo\",\"flags\":[\"UP\"],\"mtu\":65536,\"link_type\":\"loopback\"}]";

    @Override
    public List<Outcome> run(
            List<Command> commands, OnFailure onFailure, Consumer<Outcome> live, Duration limit) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Command command : commands) {
            String printed =
                    command.equals(StateReading.commands().getFirst())
                            ? LOOPBACK
                            : command.equals(HostFacts.COMMAND) ? facts.get() : "";
            outcomes.add(new Outcome(outcomes.size(), command, 0, printed, "", Duration.ZERO));
        }
        return outcomes;
    }

    @Override
    public void hold(Hold hold) {
        throw new UnsupportedOperationException("nothing is held here");
    }

    @Override
    public void release() {
        throw new UnsupportedOperationException("nothing is held here");
    }

    @Override
    public Following follow(Command command, Lines lines) {
        throw new UnsupportedOperationException("nothing is followed here");
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {
        closing.run();
    }
}
