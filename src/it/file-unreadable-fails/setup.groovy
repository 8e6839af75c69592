import java.nio.file.Files
import java.nio.file.Path

// Rights do not bind root, as whom CI often runs; a circle of symbolic links binds everyone.
def site = basedir.toPath().resolve('site')
Files.deleteIfExists(site.resolve('circle.html'))
Files.createSymbolicLink(site.resolve('circle.html'), Path.of('circle.html'))
true
