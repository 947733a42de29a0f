/** CompressTest against decoders and programs that are not ours, and its form against what a network may bring. */
@NullMarked
package dev.breakeven.core.compresstest;

import org.jspecify.annotations.NullMarked;
