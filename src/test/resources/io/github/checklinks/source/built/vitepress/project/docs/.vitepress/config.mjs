export default {
  title: 'Example',
  base: '/lib/',
  cleanUrls: true,
  ignoreDeadLinks: true,
  srcExclude: ['parts/**'],
  themeConfig: {
    nav: [
      { text: 'Guide', link: '/guide/start' },
      { text: 'Elsewhere', link: 'https://elsewhere.example.org/' }
    ],
    sidebar: [{ text: 'Start', link: '/guide/start' }]
  }
}
