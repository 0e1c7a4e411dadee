package org.vxlab.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vxlab.iproute.MalformedOutput;
import org.vxlab.iproute.MonitorParser;
import org.vxlab.iproute.StateReading;
import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.LinkCounters;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Reading what a host with a full forwarding table prints.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ParsingBenchmark {
    /// What a real host with two overlay segments printed.
    private static final String RECORDED = "/org/vxlab/iproute/hosts/02-her-3hosts/ip-addr.json";

    @Param({"5000", "20000"})
    int entries;

    private StateReading.Output fdb;
    private StateReading.Output links;
    private List<String> monitor;

    @Setup
    public void prepare() {
        fdb =
                printed(
                        array(
                                IntStream.range(0, entries)
                                        .mapToObj(ParsingBenchmark::entry)
                                        .toList()));
        String devices = recorded().strip();
        String inner = devices.substring(1, devices.length() - 1);
        links = printed(array(IntStream.range(0, entries / 100).mapToObj(_ -> inner).toList()));
        monitor =
                IntStream.range(0, entries)
                        .boxed()
                        .flatMap(
                                i ->
                                        List.of(
                                                "Timestamp: Fri Nov 20 11:54:20 2026 477060 usec",
                                                mac(i) + " dev vxlan10 master br10")
                                                .stream())
                        .toList();
    }

    /// `bridge -j fdb show`.
    @Benchmark
    public List<FdbEntry> forwardingTable() throws MalformedOutput {
        return StateReading.fdb(fdb);
    }

    /// `ip -j -d -s addr show`, with a twentieth as many devices as there are entries.
    @Benchmark
    public Map<String, LinkCounters> devices() throws MalformedOutput {
        return StateReading.counters(links);
    }

    /// `bridge -t monitor fdb`, two lines an entry.
    @Benchmark
    public long monitorLines() {
        MonitorParser parser = new MonitorParser();
        return monitor.stream().filter(line -> parser.accept(line).isPresent()).count();
    }

    private static StateReading.Output printed(String text) {
        return new StateReading.Output(0, text, "");
    }

    private static String array(List<String> objects) {
        return objects.stream().collect(Collectors.joining(",", "[", "]"));
    }

    private static String entry(int number) {
        return "{\"mac\":\""
                + mac(number)
                + "\",\"ifname\":\"vxlan10\",\"dst\":\"10.99.0.2\",\"flags\":[\"self\"],"
                + "\"state\":\"permanent\"}";
    }

    private static String mac(int number) {
        return String.format(
                Locale.ROOT,
                "02:00:00:%02x:%02x:%02x",
                number >> 16,
                number >> 8 & 255,
                number & 255);
    }

    private static String recorded() {
        try (InputStream in = ParsingBenchmark.class.getResourceAsStream(RECORDED)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
