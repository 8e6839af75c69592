'use strict';
(() => {
  const form = document.getElementById('filters');
  if (!form) {
    return;
  }
  const byTarget = document.getElementById('by-target');
  const byPage = document.getElementById('by-page');
  const names = ['q', 'severity', 'rule', 'zone', 'by'];
  const findings = Array.from(byTarget.querySelectorAll('article'), (element) => ({
    element,
    words: element.textContent.toLowerCase(),
  }));

  const node = (name, className, text) => {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  };

  // The address bar keeps what was chosen, so that it survives a reload and can be sent to somebody.
  const read = () => {
    const kept = new URLSearchParams(location.hash.slice(1));
    for (const name of names) {
      const control = form.elements[name];
      control.value = kept.get(name) || '';
      if (control.selectedIndex === -1) {
        control.value = '';
      }
    }
  };

  const keep = () => {
    const chosen = new URLSearchParams();
    for (const name of names) {
      if (form.elements[name].value) {
        chosen.set(name, form.elements[name].value);
      }
    }
    if (location.hash.slice(1) !== chosen.toString()) {
      history.replaceState(null, '', '#' + chosen);
    }
  };

  const matches = ({element, words}) =>
    ['severity', 'rule', 'zone'].every((name) => {
      const wanted = form.elements[name].value;
      return !wanted || element.dataset[name] === wanted;
    }) && words.includes(form.elements.q.value.trim().toLowerCase());

  // 9:12 comes before 10:3.
  const collator = new Intl.Collator('en', {numeric: true});

  const pageView = (shown) => {
    const pages = new Map();
    for (const {element} of shown) {
      for (const place of element.querySelectorAll('.places li:not(.more)')) {
        const page = place.querySelector('.page').textContent;
        const position = place.querySelector('.position').textContent.slice(1);
        if (!pages.has(page)) {
          pages.set(page, []);
        }
        pages.get(page).push({element, place, position});
      }
    }
    const sections = Array.from(pages.keys()).sort().map((page) => {
      const section = node('article', '', '');
      section.append(node('h3', '', page));
      const list = node('ul', 'places', '');
      const links = pages.get(page).sort((a, b) => collator.compare(a.position, b.position));
      for (const {element, place, position} of links) {
        const item = node('li', '', '');
        const reason = element.querySelector('.reason').cloneNode(true);
        item.append(
          node('span', 'place', position), ' ',
          place.querySelector('.text').cloneNode(true), reason);
        const hint = element.querySelector('.hint');
        if (hint) {
          item.append(hint.cloneNode(true));
        }
        list.append(item);
      }
      section.append(list);
      return section;
    });
    byPage.replaceChildren(node('h2', '', 'By page (' + sections.length + ')'), ...sections);
  };

  const show = () => {
    const shown = findings.filter((finding) => {
      const match = matches(finding);
      finding.element.hidden = !match;
      return match;
    });
    for (const section of byTarget.querySelectorAll('section')) {
      // One without any tells how many there was no room for.
      section.hidden = section.querySelector('article') && !section.querySelector('article:not([hidden])');
    }
    const pages = form.elements.by.value === 'page';
    byTarget.hidden = pages;
    byPage.hidden = !pages;
    if (pages) {
      pageView(shown);
    } else {
      byPage.replaceChildren();
    }
    document.getElementById('shown').textContent = shown.length + ' of ' + findings.length + ' listed findings';
  };

  const changed = () => {
    keep();
    show();
  };
  let typing = 0;
  form.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(changed, 150);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(changed, 0));
  addEventListener('hashchange', () => {
    read();
    show();
  });
  form.hidden = false;
  read();
  show();
})();
