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
import org.vxlab.topology.Lab;
import org.vxlab.topology.LabCheck;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.Message;
import org.vxlab.topology.Problem;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// What a person waits for while drawing in a very large lab.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CheckBenchmark {
    @Param({"100", "1000"})
    int hosts;

    @Param({"1", "4"})
    int vnis;

    private Lab lab;

    @Setup
    public void prepare() {
        lab = FullMesh.of(hosts, vnis).lab();
    }

    @Benchmark
    public List<Problem> check() {
        return LabCheck.problems(lab);
    }

    @Benchmark
    public Optional<Message> whyNotRename() {
        return new LabEdit.RenameLab("other").whyNot(lab);
    }
}
