package org.sealpost.smime;

/**
 * What a signature is held against.
 *
 * @param digests of the content
 * @param twice whether a content came inside a signature that stands apart, so that two readers could see two messages
 */
record SignedContent(ContentDigests digests, boolean twice) {}
