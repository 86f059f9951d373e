/**
 * The command-line client: works on a local security file and reaches the server over the network only. This package
 * holds the way in; each verb is a command class in one of the packages below.
 */
@NullMarked
package org.sealpost.client;

import org.jspecify.annotations.NullMarked;
