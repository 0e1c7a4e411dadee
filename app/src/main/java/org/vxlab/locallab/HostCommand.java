package org.vxlab.locallab;

import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.Signal;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/// One command of an SSH channel, run on a host of the lab as OpenSSH's server would run it.
///
/// As there, a command without a terminal is not ended when the connection is lost: its streams are
/// closed, and it goes on until it notices or is done.
final class HostCommand implements Command {
    private static final int CHUNK_BYTES = 32 * 1024;

    /// Exit codes of a shell: 126 when a command could not be run.
    private static final int CANNOT_RUN = 126;

    private final HostNamespaces host;
    private final List<String> plain;
    private final String onTerminal;
    private InputStream in;
    private OutputStream out;
    private OutputStream err;
    private ExitCallback exit;
    private volatile HostProcess running;

    private HostCommand(HostNamespaces host, List<String> plain, String onTerminal) {
        this.host = host;
        this.plain = plain;
        this.onTerminal = onTerminal;
    }

    /// An `exec` request.
    static HostCommand of(HostNamespaces host, String command) {
        return new HostCommand(host, List.of("sh", "-c", command), command);
    }

    /// A `shell` request.
    static HostCommand shell(HostNamespaces host) {
        return new HostCommand(host, List.of("sh"), HostProcess.SHELL);
    }

    @Override
    public void setInputStream(InputStream in) {
        this.in = in;
    }

    @Override
    public void setOutputStream(OutputStream out) {
        this.out = out;
    }

    @Override
    public void setErrorStream(OutputStream err) {
        this.err = err;
    }

    @Override
    public void setExitCallback(ExitCallback exit) {
        this.exit = exit;
    }

    @Override
    public void start(ChannelSession channel, Environment environment) throws IOException {
        Map<String, String> variables = environment.getEnv();
        // Only a request for a terminal sets the number of columns.
        boolean terminal =
                variables.containsKey(Environment.ENV_COLUMNS) && HostProcess.canMakeTerminals();
        HostProcess process =
                terminal
                        ? HostProcess.onTerminal(host, onTerminal, variables)
                        : HostProcess.start(host, plain, variables);
        running = process;
        environment.addSignalListener(
                (_, signal) -> {
                    if (signal == Signal.WINCH) {
                        resize(process, variables);
                    } else {
                        process.signal(signal.name());
                    }
                });
        thread("input", () -> feed(process));
        Thread errors = thread("errors", () -> pump(process.err(), err));
        thread("output", () -> finish(process, errors));
    }

    private static void resize(HostProcess process, Map<String, String> variables) {
        try {
            process.resize(variables);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void destroy(ChannelSession channel) {
        HostProcess process = running;
        if (process != null) {
            process.hangUp();
        }
    }

    private void feed(HostProcess process) {
        try (OutputStream to = process.in()) {
            copy(in, to);
        } catch (IOException e) {
            // The command has closed its input, or the client is gone: both end the copying.
            return;
        }
    }

    private void finish(HostProcess process, Thread errors) {
        pump(process.out(), out);
        try {
            errors.join();
            exit.onExit(process.awaitExit());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exit.onExit(CANNOT_RUN, "interrupted");
        }
    }

    private static void pump(InputStream from, OutputStream to) {
        try (from) {
            copy(from, to);
        } catch (IOException e) {
            // The client is gone; closing the pipe tells the command, as OpenSSH's server does.
            return;
        }
    }

    /// Passes on what there is at once: who watches a monitor waits for single lines.
    private static void copy(InputStream from, OutputStream to) throws IOException {
        byte[] chunk = new byte[CHUNK_BYTES];
        for (int n = from.read(chunk); n >= 0; n = from.read(chunk)) {
            to.write(chunk, 0, n);
            to.flush();
        }
    }

    private Thread thread(String what, Runnable body) {
        return Thread.ofPlatform().daemon().name(host.host() + " " + what).start(body);
    }
}
