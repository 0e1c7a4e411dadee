package org.vxlab.remote;

import com.hierynomus.sshj.key.KeyAlgorithms;
import com.hierynomus.sshj.transport.cipher.BlockCiphers;
import com.hierynomus.sshj.transport.cipher.ChachaPolyCiphers;
import com.hierynomus.sshj.transport.cipher.GcmCiphers;
import com.hierynomus.sshj.transport.kex.DHGroups;
import com.hierynomus.sshj.transport.kex.ExtInfoClientFactory;
import com.hierynomus.sshj.transport.mac.Macs;

import net.schmizz.keepalive.KeepAliveProvider;
import net.schmizz.sshj.Config;
import net.schmizz.sshj.ConfigImpl;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.common.LoggerFactory;
import net.schmizz.sshj.common.SecurityUtils;
import net.schmizz.sshj.transport.cipher.Cipher;
import net.schmizz.sshj.transport.compression.NoneCompression;
import net.schmizz.sshj.transport.kex.Curve25519SHA256;
import net.schmizz.sshj.transport.kex.DHGexSHA256;
import net.schmizz.sshj.transport.kex.ECDHNistP;
import net.schmizz.sshj.transport.random.JCERandom;
import net.schmizz.sshj.transport.random.SingletonRandomFactory;

import org.slf4j.Logger;
import org.slf4j.helpers.NOPLogger;

import java.util.List;

/// Which algorithms we speak, best first: nothing that rests on MD5, SHA-1, RC4, 3DES or DSA.
///
/// The JDK's own providers do the work but for [Ed25519Signature], and BouncyCastle's provider,
/// whose start costs more than a login, is loaded only where a server or a key file needs it.
///
/// AES-CTR with HMAC-SHA-256 over the ciphertext comes before AES-GCM: a command line that lives a
/// second runs without the compiler that knows the processor's instructions for GCM, and then it
/// moves 4 to 16 MB/s where the other two together move 27; with that compiler both are far faster
/// than a lab's hosts.
final class SshSettings {
    private SshSettings() {}

    /// Made once and shared by all connections.
    static Config create() {
        SecurityUtils.setRegisterBouncyCastle(false);
        ConfigImpl config = new ConfigImpl();
        config.setLoggerFactory(new Silence());
        config.setVersion("VXLab");
        config.setRandomFactory(new SingletonRandomFactory(new JCERandom.Factory()));
        config.setKeepAliveProvider(KeepAliveProvider.KEEP_ALIVE);
        config.setKeyExchangeFactories(
                List.of(
                        new Curve25519SHA256.Factory(),
                        new Curve25519SHA256.FactoryLibSsh(),
                        new ECDHNistP.Factory256(),
                        new ECDHNistP.Factory384(),
                        new ECDHNistP.Factory521(),
                        new DHGexSHA256.Factory(),
                        DHGroups.Group16SHA512(),
                        DHGroups.Group18SHA512(),
                        DHGroups.Group14SHA256(),
                        new ExtInfoClientFactory()));
        config.setKeyAlgorithms(
                List.of(
                        new KeyAlgorithms.Factory(
                                KeyType.ED25519.toString(),
                                new Ed25519Signature.Makes(),
                                KeyType.ED25519),
                        KeyAlgorithms.ECDSASHANistp256(),
                        KeyAlgorithms.ECDSASHANistp384(),
                        KeyAlgorithms.ECDSASHANistp521(),
                        KeyAlgorithms.RSASHA512(),
                        KeyAlgorithms.RSASHA256()));
        config.setCipherFactories(
                List.of(
                        BlockCiphers.AES128CTR(),
                        GcmCiphers.AES128GCM(),
                        GcmCiphers.AES256GCM(),
                        new ChaChaFactory(),
                        BlockCiphers.AES192CTR(),
                        BlockCiphers.AES256CTR()));
        config.setMACFactories(
                List.of(
                        Macs.HMACSHA2256Etm(),
                        Macs.HMACSHA2512Etm(),
                        Macs.HMACSHA2256(),
                        Macs.HMACSHA2512()));
        config.setCompressionFactories(List.of(new NoneCompression.Factory()));
        config.setFileKeyProviderFactories(List.of());
        return config;
    }

    /// ChaCha20-Poly1305 in OpenSSH's own form, which the JDK does not have.
    private static final class ChaChaFactory implements Factory.Named<Cipher> {
        private final Factory.Named<Cipher> factory = ChachaPolyCiphers.CHACHA_POLY_OPENSSH();

        @Override
        public String getName() {
            return factory.getName();
        }

        @Override
        public Cipher create() {
            BouncyCastle.load();
            return factory.create();
        }
    }

    /// The library logs what it also throws; a failure is told once, by us.
    private static final class Silence implements LoggerFactory {
        @Override
        public Logger getLogger(String name) {
            return NOPLogger.NOP_LOGGER;
        }

        @Override
        public Logger getLogger(Class<?> type) {
            return NOPLogger.NOP_LOGGER;
        }
    }
}
