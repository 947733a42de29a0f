module dev.breakeven/original

go 1.19

require github.com/dsnet/compress v0.0.1
