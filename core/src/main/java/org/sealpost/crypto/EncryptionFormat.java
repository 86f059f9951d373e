package org.sealpost.crypto;

/** How the content of a message is encrypted; the order of declaration is the order of strength, strongest first. */
public enum EncryptionFormat {
    AES_256_GCM,
    AES_256_CBC
}
