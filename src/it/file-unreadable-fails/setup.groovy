import java.nio.file.Files
import java.nio.file.Path

// File permissions do not apply to root, as which CI often runs; a circular symbolic link is unreadable for every user.
def site = basedir.toPath().resolve('site')
Files.deleteIfExists(site.resolve('circle.html'))
Files.createSymbolicLink(site.resolve('circle.html'), Path.of('circle.html'))
return true
