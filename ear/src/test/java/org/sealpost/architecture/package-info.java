/**
 * The rules of the house, checked on the classes of all modules. Guards against rules that cannot fail: each one is
 * also tried on the probe, a handful of classes that break it on purpose.
 */
@NullMarked
package org.sealpost.architecture;

import org.jspecify.annotations.NullMarked;
