/** CompressTest: how small do gzip, bzip2 and DEFLATE make what you send? The CPU-heavy one of the two services. */
@NullMarked
package dev.breakeven.core.compresstest;

import org.jspecify.annotations.NullMarked;
