/**
 * The command-line client: works on a local security file and reaches the server over the network only.
 * All writing to the screen and all prompts go through {@link org.sealpost.client.Terminal}.
 */
@NullMarked
package org.sealpost.client;

import org.jspecify.annotations.NullMarked;
