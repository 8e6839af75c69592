project = "Example"
extensions = []
exclude_patterns = ["_build"]
html_theme = "alabaster"
html_theme_options = {"extra_nav_links": {"Elsewhere": "https://elsewhere.example.org/"}}
