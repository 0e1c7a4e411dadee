package org.vxlab.ui;

import javafx.application.Platform;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vxlab.ui.canvas.CanvasBench;

import java.io.IOException;

/// The window's figures: frames with many hosts, and the way from the kernel to the picture. What
/// counts is what they print; the times of the harness are those of whole measurements.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Dglass.platform=Headless", "-Dprism.order=sw"})
public class WindowBench {
    @Setup
    public void start() {
        Platform.startup(() -> Platform.setImplicitExit(false));
    }

    @Benchmark
    public void frames() throws InterruptedException {
        CanvasBench.measure(200);
        CanvasBench.measure(1_000);
    }

    @Benchmark
    public void kernelToPicture() throws IOException, InterruptedException {
        LiveBench.measure();
    }
}
