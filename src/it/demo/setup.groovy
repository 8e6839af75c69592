// Use colours if the outer build does.
def console = System.console()
def terminal = console != null && (!console.respondsTo('isTerminal') || console.isTerminal())
new File(basedir, 'test.properties').text = terminal ? 'style.color=always' : ''
return true
