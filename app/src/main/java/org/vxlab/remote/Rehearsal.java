package org.vxlab.remote;

import org.bouncycastle.math.ec.rfc8032.Ed25519;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;

import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;

/// Does once, with nobody at the other end, the arithmetic of a login. A fresh Java takes over a
/// tenth of a second for the first one, which can pass on another processor while a lab file is
/// read.
public final class Rehearsal {
    private static final String KEY_EXCHANGE = "X25519";
    private static final String CIPHER = "AES/CTR/NoPadding";
    private static final String MAC = "HmacSHA256";
    private static final int PACKET = 64;

    /// So that the loops inside are compiled when the first host answers.
    private static final int ROUNDS = 3;

    private Rehearsal() {}

    /// Begins on a thread of its own and returns at once. Nothing has to wait for it.
    public static void begin() {
        Thread.ofPlatform().daemon().name("rehearsal").start(Rehearsal::run);
    }

    private static void run() {
        SshSettings.create();
        try {
            for (int round = 0; round < ROUNDS; round++) {
                exchangeKeys();
                signAndVerify();
            }
            encrypt();
        } catch (GeneralSecurityException lacking) {
            // This Java logs in without the algorithm, or says at the login that it cannot.
            return;
        }
    }

    private static void exchangeKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(KEY_EXCHANGE);
        KeyPair pair = generator.generateKeyPair();
        KeyAgreement agreement = KeyAgreement.getInstance(KEY_EXCHANGE);
        agreement.init(pair.getPrivate());
        agreement.doPhase(pair.getPublic(), true);
        agreement.generateSecret();
    }

    private static void signAndVerify() {
        byte[] secret = new byte[Ed25519.SECRET_KEY_SIZE];
        byte[] key = new byte[Ed25519.PUBLIC_KEY_SIZE];
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        byte[] message = new byte[PACKET];
        Ed25519.generatePublicKey(secret, 0, key, 0);
        Ed25519.sign(secret, 0, message, 0, message.length, signature, 0);
        Ed25519.verify(signature, 0, key, 0, message, 0, message.length);
    }

    private static void encrypt() throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(Cipher.ENCRYPT_MODE, KeyGenerator.getInstance("AES").generateKey());
        Mac mac = Mac.getInstance(MAC);
        mac.init(KeyGenerator.getInstance(MAC).generateKey());
        mac.doFinal(cipher.doFinal(new byte[PACKET]));
    }
}
