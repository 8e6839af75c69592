'use strict';
(() => {
  const form = document.getElementById('filters');
  if (!form) {
    return;
  }
  const byTarget = document.getElementById('by-target');
  const byPage = document.getElementById('by-page');
  const names = ['q', 'severity', 'rule', 'zone', 'cause', 'by'].filter((name) => form.elements[name]);
  const properties = names.filter((name) => name !== 'q' && name !== 'by');
  const findings = Array.from(byTarget.querySelectorAll('article'), (element) => ({
    element,
    words: element.textContent.toLowerCase(),
  }));
  const unlisted = Array.from(byTarget.querySelectorAll('p[data-more]'))
    .reduce((sum, paragraph) => sum + Number(paragraph.dataset.more), 0);
  const number = (count) => count.toLocaleString('en');
  const count = (some, noun) => number(some) + ' ' + noun + (some === 1 ? '' : 's');

  const node = (name, className, text) => {
    const made = document.createElement(name);
    if (className) {
      made.className = className;
    }
    made.textContent = text;
    return made;
  };

  // The filters are kept in the URL's fragment, so that they survive a reload and can be shared.
  const read = () => {
    const stored = new URLSearchParams(location.hash.slice(1));
    for (const name of names) {
      const control = form.elements[name];
      control.value = stored.get(name) || '';
      // An option that this report does not have counts as no filter.
      if (control.value === '' || control.selectedIndex === -1) {
        control.value = '';
      }
    }
  };

  const store = () => {
    const chosen = new URLSearchParams();
    for (const name of names) {
      if (form.elements[name].value) {
        chosen.set(name, form.elements[name].value);
      }
    }
    if (location.hash.slice(1) !== chosen.toString()) {
      // A bare # would scroll to the top.
      history.replaceState(null, '', String(chosen) ? '#' + chosen : location.pathname + location.search);
    }
  };

  const matches = ({element, words}) =>
    properties.every((name) => {
      const wanted = form.elements[name].value;
      return !wanted || element.dataset[name] === wanted;
    }) && words.includes(form.elements.q.value.trim().toLowerCase());

  // 9:12 comes before 10:3.
  const collator = new Intl.Collator('en', {numeric: true});

  const linkOnPage = ({element, place, position, written}) => {
    const item = node('li', '', '');
    item.append(node('span', 'place position', position || 'somewhere'), ' ');
    if (written) {
      item.append(written.cloneNode(true));
    } else {
      const target = node('span', 'target', '');
      target.append(...Array.from(element.querySelector('h3').childNodes, (child) => child.cloneNode(true)));
      item.append(target);
    }
    const source = place.querySelector('.source');
    if (source) {
      item.append(' ', source.cloneNode(true));
    }
    item.append(element.querySelector('.reason').cloneNode(true));
    const hint = element.querySelector('.hint');
    if (hint) {
      item.append(hint.cloneNode(true));
    }
    return item;
  };

  const pageView = (shown) => {
    const pages = new Map();
    let missing = 0;
    for (const {element} of shown) {
      missing += Number(element.dataset.more || 0);
      // A text equal to the one before is omitted in the report; it still applies to this place.
      let written = null;
      for (const place of element.querySelectorAll('.places li:not(.more)')) {
        written = place.querySelector('.text') || written;
        const page = place.querySelector('.page').textContent;
        const position = place.querySelector('.position').textContent.slice(1);
        if (!pages.has(page)) {
          pages.set(page, []);
        }
        pages.get(page).push({element, place, position, written});
      }
    }
    const sections = Array.from(pages.keys()).sort().map((page) => {
      const links = pages.get(page).sort((a, b) => collator.compare(a.position, b.position));
      const section = node('article', '', '');
      section.append(node('h3', '', page || '(start)'), node('p', 'more', count(links.length, 'link')));
      const list = node('ul', 'places', '');
      list.append(...links.map(linkOnPage));
      section.append(list);
      return section;
    });
    byPage.replaceChildren(node('h2', '', 'By page (' + number(sections.length) + ')'), ...sections);
    if (missing) {
      byPage.append(node('p', 'more', count(missing, 'more link') + ' of these findings, on any page, not listed here.'));
    }
  };

  const show = () => {
    const shown = findings.filter((finding) => {
      const match = matches(finding);
      finding.element.hidden = !match;
      return match;
    });
    for (const section of byTarget.querySelectorAll('section')) {
      // A section without articles only says how many findings are not listed.
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
    const all = shown.length === findings.length;
    document.getElementById('shown').textContent =
      (all ? count(findings.length, 'finding') : number(shown.length) + ' of ' + count(findings.length, 'finding')) +
      (unlisted ? ' listed here; ' + number(unlisted) + ' more are not' : '') +
      (shown.length ? '' : ': nothing matches');
  };

  const changed = () => {
    store();
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

  // Rules and causes above the findings become buttons that filter by them.
  for (const word of document.querySelectorAll('[data-choose]')) {
    const button = node('button', 'choose ' + word.className, word.textContent);
    button.type = 'button';
    button.addEventListener('click', () => {
      form.reset();
      form.elements[word.dataset.choose].value = word.dataset.value;
      changed();
      form.scrollIntoView();
      document.getElementById('findings').focus({preventScroll: true});
    });
    word.replaceWith(button);
  }
  form.hidden = false;
  read();
  show();
})();
