package org.vxlab.export.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vxlab.export.Export;
import org.vxlab.export.ExportFormat;
import org.vxlab.export.ExportSource;
import org.vxlab.export.tools.Machines.Machine;
import org.vxlab.iproute.StateReading.Output;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class VagrantTest {
    private static final Path RUBY = Path.of("/usr/bin/ruby");

    /// Stands for Vagrant: prints the machines, their ports and what they run.
    private static final String RECORDER =
            """
            class Recorder
              def method_missing(name, *args, &block)
                case name
                when :define then puts "machine #{args[0]}"
                when :network then puts "port #{args[1][:ip]} #{args[1][:mac]} #{args[1][:virtualbox__intnet]}"
                when :provision then puts "run #{args[1][:path]} #{args[1][:args]}"
                when :hostname= then puts "hostname #{args[0]}"
                end
                block.call(Recorder.new) if block
                Recorder.new
              end
            end
            module Vagrant
              def self.configure(version, &block) = block.call(Recorder.new)
            end
            load ARGV[0]
            """;

    @TempDir private Path folder;

    @Test
    void rubyReadsMachinesPortsAndScripts() throws Exception {
        assumeTrue(Files.isExecutable(RUBY), "ruby is not installed");
        Export export = ExportFormat.VAGRANT.of(ToolLabs.template("head-end-across-a-router"));
        ToolLabs.write(export, folder);
        Path recorder = Files.writeString(folder.resolve("recorder.rb"), RECORDER);

        Process ruby =
                new ProcessBuilder(
                                RUBY.toString(),
                                recorder.toString(),
                                folder.resolve("Vagrantfile").toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(ruby.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        String lab = "vxlab-head-end-across-a-router-";
        assertThat(said.replaceAll(" [0-9a-f]{12} ", " MAC ").lines())
                .containsExactly(
                        "machine h1",
                        "hostname h1",
                        "port 192.168.56.11 MAC " + lab + "lan1",
                        "run underlay/h1.sh ",
                        "run hosts/h1.sh [\"up\"]",
                        "machine h2",
                        "hostname h2",
                        "port 192.168.56.12 MAC " + lab + "lan1",
                        "run underlay/h2.sh ",
                        "run hosts/h2.sh [\"up\"]",
                        "machine h3",
                        "hostname h3",
                        "port 192.168.57.13 MAC " + lab + "lan2",
                        "run underlay/h3.sh ",
                        "run hosts/h3.sh [\"up\"]",
                        "machine r1",
                        "hostname r1",
                        "port 192.168.56.1 MAC " + lab + "lan1",
                        "port 192.168.57.1 MAC " + lab + "lan2",
                        "run underlay/r1.sh ");
    }

    @Test
    @Tag("kernel")
    void whatAMachineRunsMakesWhatApplyMakes() throws Exception {
        ExportSource source = ToolLabs.everything();
        ToolLabs.write(ExportFormat.VAGRANT.of(source), folder);
        for (Machine machine : Machines.of(source)) {
            if (machine.forwards()) {
                continue;
            }
            HostDevices host = ToolLabs.host(source, machine.name());
            try (ToolHost there = ToolHost.of(host)) {
                there.run("mount", "-t", "sysfs", "sysfs", "/sys");
                String device = host.underlayDevice();
                there.run("ip", "addr", "flush", "dev", device);
                String mac = machine.ports().getFirst().mac().toString();
                there.run("ip", "link", "set", "dev", device, "address", mac);

                run(there, "underlay/" + machine.name() + ".sh");
                run(there, "hosts/" + machine.name() + ".sh", "up");

                assertThat(there.remaining()).isEmpty();
            }
        }
    }

    private void run(ToolHost there, String script, String... words) throws Exception {
        Output output = there.shell("'" + folder.resolve(script) + "' " + String.join(" ", words));
        assertThat(output.exitCode()).as(output.stdout() + output.stderr()).isZero();
    }
}
