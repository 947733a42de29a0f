/**
 * Lambda's side of a function: its package, its execution environments, and the Runtime API that feeds them. The function
 * itself runs in a JVM of its own, under AWS's genuine runtime interface client.
 */
@NullMarked
package dev.breakeven.localcloud.function;

import org.jspecify.annotations.NullMarked;
