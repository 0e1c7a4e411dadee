package org.vxlab.remote;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;

import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.KeyGenerator;

/// Does once, with nobody at the other end, the arithmetic of a login. A fresh Java takes over a
/// tenth of a second for the first one, which can pass on another processor while a lab file is
/// read.
public final class Rehearsal {
    private static final String KEY_EXCHANGE = "X25519";
    private static final String HOST_KEY = "Ed25519";
    private static final String CIPHER = "AES/GCM/NoPadding";
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

    private static void signAndVerify() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(HOST_KEY).generateKeyPair();
        Signature signature = Signature.getInstance(HOST_KEY);
        signature.initSign(pair.getPrivate());
        byte[] signed = signature.sign();
        signature.initVerify(pair.getPublic());
        signature.verify(signed);
    }

    private static void encrypt() throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(Cipher.ENCRYPT_MODE, KeyGenerator.getInstance("AES").generateKey());
        cipher.doFinal(new byte[PACKET]);
    }
}
