package dev.breakeven.core.compresstest;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Checksum;

/** What stands around one and the same DEFLATE stream: nothing, a zlib frame (RFC 1950) or a gzip member (RFC 1952). */
enum DeflateFormat {
    DEFLATE {
        @Override
        byte[] head() {
            return new byte[0];
        }

        @Override
        byte[] tail(byte[] content) {
            return new byte[0];
        }
    },

    ZLIB {
        @Override
        byte[] head() {
            // A 32 KiB window; best compression; a check value that makes the pair divisible by 31.
            return new byte[] {0x78, (byte) 0xda};
        }

        @Override
        byte[] tail(byte[] content) {
            return ByteBuffer.allocate(4)
                    .putInt(checksum(new Adler32(), content))
                    .array();
        }
    },

    GZIP {
        @Override
        byte[] head() {
            // As `gzip -9 -n` has it: no name, no time, best compression (2), written on Unix (3).
            return new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 2, 3};
        }

        @Override
        byte[] tail(byte[] content) {
            return ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(checksum(new CRC32(), content))
                    .putInt(content.length)
                    .array();
        }
    };

    private static final byte[] NOTHING = {};

    abstract byte[] head();

    abstract byte[] tail(byte[] content);

    /** How many bytes a stream grows by, whatever it holds. */
    int overheadBytes() {
        return head().length + tail(NOTHING).length;
    }

    private static int checksum(Checksum checksum, byte[] content) {
        checksum.update(content);
        return (int) checksum.getValue();
    }
}
