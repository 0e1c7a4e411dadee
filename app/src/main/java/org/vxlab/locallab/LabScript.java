package org.vxlab.locallab;

import org.vxlab.topology.Message;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The talk with `lab.sh`: orders on its standard input, one answer a line on its output.
final class LabScript {
    /// For one step of the construction; seconds are normal only for hundreds of machines.
    private static final Duration STEP_LIMIT = Duration.ofSeconds(60);

    /// What a failed program says arrives on a pipe of its own, at about the same time.
    private static final Duration COMPLAINT_LIMIT = Duration.ofMillis(200);

    private static final String LAB = text("lab.sh");
    private static final String MACHINE = text("machine.sh");

    /// Stands for the end of the answers.
    private static final Answer END = new Answer(List.of("end"));

    private final Writer orders;
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final StringBuffer complaints = new StringBuffer();
    private final Thread complaintReader;

    /// Whether the system has let the lab have its namespaces.
    private boolean mounted;

    /// One line of the script, in words.
    record Answer(List<String> words) {
        String word() {
            return words.getFirst();
        }

        int number() {
            return Integer.parseInt(words.get(1));
        }

        long pid() {
            return Long.parseLong(words.get(2));
        }
    }

    /// @param process a shell that runs [#command]
    LabScript(Process process) {
        orders = process.outputWriter(StandardCharsets.UTF_8);
        reader("lab answers", process.inputReader(), this::take, () -> answers.add(END));
        complaintReader =
                reader(
                        "lab complaints",
                        process.errorReader(),
                        line -> complaints.append(line).append('\n'),
                        () -> {});
    }

    /// What is to be run as pid 1 of the lab.
    static List<String> command() {
        return List.of("sh", "-c", LAB, "vxlab-lab", MACHINE);
    }

    /// Waits until the lab has a file system of its own.
    void awaitMounted() throws LocalLabException, InterruptedException {
        expect("mounted");
        mounted = true;
    }

    /// Gives an order and waits for its answer.
    void order(String order, String answer)
            throws IOException, LocalLabException, InterruptedException {
        order(order);
        expect(answer);
    }

    /// Gives an order, or several on lines of their own.
    void order(String order) throws IOException {
        orders.write(order + "\n");
        orders.flush();
    }

    /// The next answer.
    ///
    /// @throws LocalLabException when it is a failure, the end, or does not come
    Answer answer(String awaited) throws LocalLabException, InterruptedException {
        Answer answer = answers.poll(STEP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        if (answer == null) {
            throw new LocalLabException(
                    Message.of("locallab.build-slow", awaited, STEP_LIMIT.toSeconds()));
        }
        if (answer.equals(END) || answer.word().equals("failed")) {
            throw new LocalLabException(failure(answer));
        }
        return answer;
    }

    /// Ends the lab; see `lab.sh`.
    void end() {
        try {
            orders.close();
        } catch (IOException e) {
            // The lab has ended before: there is nobody left to tell.
            complaints.append(e.getMessage());
        }
    }

    /// What the lab's programs said on their error output.
    String complaints() {
        return complaints.toString().strip();
    }

    private void expect(String wanted) throws LocalLabException, InterruptedException {
        Answer answer = answer(wanted);
        if (!answer.word().equals(wanted)) {
            throw new LocalLabException(
                    Message.of("locallab.build-failed", String.join(" ", answer.words())));
        }
    }

    private Message failure(Answer answer) throws InterruptedException {
        complaintReader.join(COMPLAINT_LIMIT);
        String why = complaints();
        String step = answer.equals(END) ? (mounted ? "end" : "mount") : answer.words().get(1);
        return switch (step) {
            case "mount" -> SystemSettings.here().refusal(why);
            case "vxlan" -> Message.of("locallab.no-vxlan", why);
            case "machine" -> {
                List<String> words = answer.words();
                String name = String.join(" ", words.subList(2, words.size()));
                yield Message.of("locallab.machine-failed", name, why);
            }
            default -> Message.of("locallab.build-failed", why);
        };
    }

    private void take(String line) {
        answers.add(new Answer(List.of(line.split(" "))));
    }

    private Thread reader(String name, BufferedReader from, Consumer<String> to, Runnable atEnd) {
        return Thread.ofPlatform()
                .daemon()
                .name(name)
                .start(
                        () -> {
                            try (from) {
                                from.lines().forEach(to);
                            } catch (IOException | UncheckedIOException e) {
                                complaints.append(e.getMessage());
                            }
                            atEnd.run();
                        });
    }

    private static String text(String name) {
        try (InputStream in = LabScript.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
