/** Price lists of AWS's files, whole and broken, from a folder and from a server. */
@NullMarked
package dev.breakeven.comparison.offer;

import org.jspecify.annotations.NullMarked;
